import { expect, test } from 'vitest';
import { built } from './dist';

const page = built('index.html').toString();

test('the page says first what it may do, and nothing inline, evaluated or of another host is among it', () => {
  const policy = page.match(/<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1];
  expect(policy).toContain("default-src 'self'".replaceAll("'", '&#39;'));
  expect(policy).toContain("require-trusted-types-for 'script'".replaceAll("'", '&#39;'));
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';".replaceAll("'", '&#39;'));
  expect(policy!.replace('wasm-unsafe-eval', '')).not.toMatch(/unsafe|https?:|\*|data:/);
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=/);
});

test('a page that never starts says what to do instead', () => {
  expect(page.match(/<div id="root"[^>]*>([\s\S]*?)<\/div>/)?.[1]).toMatch(/file:[\s\S]*npm start/);
});
