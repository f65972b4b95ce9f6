import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { built, firstLoad, scripts } from './dist';

/** The most that the first load may weigh, gzipped, in bytes; and without the picture that is seen before it is there. */
const [LIMIT, WITHOUT_PICTURE] = [140_000, 126_000];

test('the first load stays under 140 KB, gzipped, of which scripts and styles have 126', () => {
  const sizes = firstLoad().map((path) => ({ path, bytes: gzipSync(built(path)).length }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const inKB = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
  for (const { path, bytes } of sizes) console.log(`${inKB(bytes).padStart(9)}  ${path}`);
  console.log(`${inKB(total).padStart(9)}  first load, of ${inKB(LIMIT)}`);
  expect(total).toBeLessThan(LIMIT);
  const isPicture = (path: string) => /index\.html|first-picture|asked/.test(path);
  const picture = sizes.filter(({ path }) => isPicture(path));
  expect(picture).toHaveLength(3);
  expect(total - picture.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(WITHOUT_PICTURE);
});

test('formulas are typeset by a script that is not part of the first load', () => {
  const typesetting = scripts().filter((path) => built(path).includes('KaTeX parse error'));
  expect(typesetting).not.toEqual([]);
  expect(firstLoad().filter((path) => typesetting.includes(path))).toEqual([]);
});
