import { expect, test } from 'vitest';
import { listStyle, trustedHtml, trustedScript } from '../../../src/view/guard/trust';

const base = 'https://course.example/any/path/index.html?step=3';

test('only scripts beside the page may be started', () => {
  const own = ['./assets/worker-1.js', 'https://course.example/any/path/assets/worker-1.js', 'sw.js'];
  expect(own.map((address) => trustedScript(address, base))).toEqual(own);
  for (const address of [
    'https://other.example/any/path/assets/worker.js',
    'https://course.example/other/worker.js',
    '../worker.js',
    'data:text/javascript,alert(1)//.js',
    'blob:https://course.example/any/path/1.js',
    'assets/notes.txt',
  ])
    expect(trustedScript(address, base), address).toBeNull();
});

test('no text becomes HTML but the style of lists', () => {
  expect(trustedHtml(listStyle)).toBe(listStyle);
  for (const html of ['', `${listStyle} `, '<img src=x onerror=alert(1)>'])
    expect(trustedHtml(html)).toBeNull();
});
