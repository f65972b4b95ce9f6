import { expect } from 'vitest';
import { record } from '../../src/core/pass/record';
import { readModelFile } from '../../src/formats/model/model-file';
import { choiceOfFile } from '../../src/state/choice/choice';
import { modelOf } from '../../src/state/choice/model-of';

/** Reads a text and, where it is a model, runs it. What is refused is refused in a sentence. */
export function open(text: string): 'opened' | 'refused' {
  const read = readModelFile(text);
  if (!read.ok) {
    expect(read.sentence).toMatch(/^\S.*\.$/s);
    return 'refused';
  }
  record(modelOf(choiceOfFile(read.value)));
  return 'opened';
}
