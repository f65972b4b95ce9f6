import { choiceOfFile } from '../../src/state/choice/choice';
import { plainFile, reading } from '../formats/files';

/** An opened file with m examples, 21 numbers each. */
export const opened = (m: number) =>
  choiceOfFile(
    reading(
      plainFile({
        name: 'wide',
        layers: [{ units: 1, activation: 'linear' }],
        X: Array.from({ length: 20 }, (_, i) => Array.from({ length: m }, (_, j) => i + j / 7)),
        Y: [Array(m).fill(0)],
        parameters: undefined,
      }),
    ),
  );
