import { expect, test } from 'vitest';
import { built } from './dist';

test('the licences of what is bundled lie beside it, also of what comes later', () => {
  const text = built('licences.txt').toString();
  const named = [...text.matchAll(/^Name: (\S+)$/gm)].map(([, name]) => name!);
  expect(named).toEqual(
    expect.arrayContaining([
      'react',
      'react-dom',
      'zustand',
      'd3-scale',
      '@radix-ui/react-select',
      'katex',
      'mathjs',
      'comlink',
      'fflate',
    ]),
  );
  expect(text).toContain('Permission is hereby granted, free of charge');
});
