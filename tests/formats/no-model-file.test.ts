import { describe, expect, it } from 'vitest';
import { plainFile, sentenceFor } from './files';

describe('a text that is not JSON', () => {
  it.each([
    ['', 'Expected JSON, but the file is empty.'],
    [' \n\t', 'Expected JSON, but the file is empty.'],
    ['\uFEFF', 'Expected JSON, but the file is empty.'],
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'Expected JSON, but this is not a text in UTF-8.'],
    ['{\0"\0f\0', 'Expected JSON, but this is not a text in UTF-8.'],
    ['\uFFFD\uFFFDabc', 'Expected JSON, but this is not a text in UTF-8.'],
  ])('is refused in words: %j', (text, sentence) => {
    expect(sentenceFor(text)).toBe(sentence);
  });

  it.each([
    'hello',
    '{',
    '{"format": "cacheback-model"',
    '[1, 2,]',
    '{"a": nope}',
    '{"a": NaN,}',
    "{'a': 1}",
    '1;',
  ])('is refused with what the browser says about it: %j', (text) => {
    expect(sentenceFor(text)).toMatch(/^Expected JSON, but it can't be read as such: .+\.$/s);
  });
});

describe('JSON that is no model file', () => {
  it.each([
    ['5', 'Expected a JSON object with "format": "cacheback-model", but found 5.'],
    ['null', 'Expected a JSON object with "format": "cacheback-model", but found null.'],
    ['"text"', 'Expected a JSON object with "format": "cacheback-model", but found "text".'],
    ['{}', 'format: expected "cacheback-model", but it is missing.'],
    ['[]', 'format: expected "cacheback-model", but it is missing.'],
    ['{"format": "cacheback-trace"}', 'model: expected the model that the trace is of, but it is missing.'],
    ['{"format": "cacheback-model", "version": 3}', 'version: expected 1 or 2, but found 3.'],
  ])('is refused: %s', (text, sentence) => {
    expect(sentenceFor(text)).toBe(sentence);
  });

  it.each(['layers', 'X', 'Y'])('is refused without %s', (name) => {
    expect(sentenceFor(plainFile({ [name]: undefined }))).toMatch(
      new RegExp(`^${name}: expected .+, but it is missing\\.$`),
    );
  });
});
