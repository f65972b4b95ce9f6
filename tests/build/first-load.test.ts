import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { built, firstLoad, scripts } from './dist';

/** The most that the first load may weigh, gzipped, in bytes. */
const LIMIT = 152_000;

test('the first load stays under 152 KB, gzipped', () => {
  const sizes = firstLoad().map((path) => ({ path, bytes: gzipSync(built(path)).length }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const inKB = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
  for (const { path, bytes } of sizes) console.log(`${inKB(bytes).padStart(9)}  ${path}`);
  console.log(`${inKB(total).padStart(9)}  first load, of ${inKB(LIMIT)}`);
  expect(total).toBeLessThan(LIMIT);
});

test('formulas are typeset by a script that is not part of the first load', () => {
  const typesetting = scripts().filter((path) => built(path).includes('KaTeX parse error'));
  expect(typesetting).not.toEqual([]);
  expect(firstLoad().filter((path) => typesetting.includes(path))).toEqual([]);
});
