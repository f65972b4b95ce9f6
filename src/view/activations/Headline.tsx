import type { ReactNode } from 'react';
import type { Echo } from '../../core/verdict/echoes';
import { inWords } from '../numbers';
import styles from './Activations.module.css';
import type { Subject } from './useSubject';
import type { Found } from './useVerdicts';

const signed = (x: number): string => (x > 0 ? `+${inWords(x)}` : inWords(x));

/** The proof, or what the student has found by dragging: which other z has the output of this one. */
function sayingOf({ curve, survey }: Subject, z: number, echoes: readonly Echo[], found: Found): string {
  const { found: tried, verdict } = found;
  const columns = tried.some((at) => at.columns) || survey.pieces.length === 0;
  const witness = echoes.find(({ isWitness }) => isWitness);
  const a = inWords(curve.g(z));
  const slope = signed(curve.slope(z));
  if (witness)
    return `z₁ = ${inWords(z)} and z₂ = ${inWords(witness.from)} both give a = ${a}, yet g′(z₁) = ${slope} and g′(z₂) = ${signed(witness.slope)}. From A alone no code can tell which one it was.`;
  if (echoes.length > 0)
    return `a = ${a} comes from other z too, and with the same slope ${slope} from all of them: A tells it. Invertibility is not needed.`;
  if (columns || verdict === 'A is enough')
    return `a = ${a} comes from z = ${inWords(z)} alone on this range, with the slope ${slope}.`;
  return `a = ${a} has one slope here. Drag z to where the curve comes back to the same output.`;
}

interface Props {
  readonly subject: Subject;
  readonly z: number;
  readonly echoes: readonly Echo[];
  readonly found: Found;
  /** Whether each cell depends on others of its column, so that there is no slope per cell. */
  readonly mixes: boolean;
  readonly children: ReactNode;
}

/** The activation's name, the verdict, and a sentence that proves it. */
export function Headline({ subject, z, echoes, found, mixes, children }: Props) {
  return (
    <header className={styles.headline}>
      <h2>
        {subject.name} <span data-verdict={found.verdict}>· {found.verdict}</span>
      </h2>
      <p role="status">
        {mixes
          ? 'It has no slope per cell: dZ follows from A and dA column by column. Adding a constant to a column of Z changes neither A nor that: Z is lost, and A is enough.'
          : sayingOf(subject, z, echoes, found)}
      </p>
      {children}
    </header>
  );
}
