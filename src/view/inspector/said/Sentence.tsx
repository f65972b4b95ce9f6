import { type BufferName, kinds } from '../../../core/model/names';
import { Named } from '../step/Named';

const names = new RegExp(`\\b((?:${kinds.join('|')})\\[\\d+\\])`);

const tensorOf = (spoken: string): BufferName => spoken.replace(/[[\]]/g, '');

/** A sentence whose names of tensors light what they name, and are written as on the stage and on paper. */
export function Sentence({ of }: { of: string }) {
  return (
    <>
      {of.split(names).map((part, i) =>
        i % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part of a sentence is known by its place in it.
          <Named key={i} tensor={tensorOf(part)}>
            {part.slice(0, part.indexOf('['))}
            <sup>{part.slice(part.indexOf('['))}</sup>
          </Named>
        ) : (
          part
        ),
      )}
    </>
  );
}
