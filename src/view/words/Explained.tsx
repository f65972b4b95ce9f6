import { explainedIn } from '../../lessons/words';
import { Sentence } from '../inspector/said/Sentence';
import { Word } from './Word';
import styles from './Words.module.css';

/** The stops and commas that a text begins with. */
const stopsOf = (text = ''): string => /^[,.;:!?)]*/.exec(text)![0];

/** A sentence in which words of the page open what they mean, and names of tensors light what they name. */
export function Explained({ of }: { of: string }) {
  const pieces = explainedIn(of);
  return pieces.map(({ text, word }, i) =>
    word ? (
      // No line begins with the comma behind a word.
      // biome-ignore lint/suspicious/noArrayIndexKey: a part of a sentence is known by its place in it.
      <span key={i} className={styles.whole}>
        <Word name={word}>{text}</Word>
        {stopsOf(pieces[i + 1]?.text)}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <Sentence key={i} of={pieces[i - 1]?.word ? text.slice(stopsOf(text).length) : text} />
    ),
  );
}
