import { expect, test } from 'vitest';
import { built, firstLoad } from './dist';

test('every address in the page is relative, so that it works below any path', () => {
  const addresses = [
    ...built('index.html')
      .toString()
      .matchAll(/\s(?:src|href)="([^"]*)"/g),
  ].map(([, it]) => it);
  expect(addresses.length).toBeGreaterThanOrEqual(3);
  expect(addresses.filter((address) => !/^(?:\.\/|#)/.test(address!))).toEqual([]);
});

test('no style of the first load asks another host for anything', () => {
  const styles = firstLoad().filter((path) => path.endsWith('.css'));
  expect(styles).not.toEqual([]);
  for (const style of styles)
    expect(built(style).toString()).not.toMatch(/(?:url\(|@import)\s*['"]?(?:https?:)?\/\//);
});
