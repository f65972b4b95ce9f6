import { explainedIn } from '../../lessons/words';
import { Sentence } from '../inspector/Sentence';
import { Word } from './Word';

/** A sentence in which words of the page open what they mean, and names of tensors light what they name. */
export function Explained({ of }: { of: string }) {
  return explainedIn(of).map(({ text, word }, i) =>
    word ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part of a sentence is known by its place in it.
      <Word key={i} name={word}>
        {text}
      </Word>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <Sentence key={i} of={text} />
    ),
  );
}
