import type { ReactNode } from 'react';
import { usualRange } from '../../core/verdict/curve';
import type { Preimage } from '../../core/verdict/preimages';
import type { Verdict } from '../../core/verdict/verdict';
import { areApart } from '../../core/verdict/witness';
import { inWords } from '../../explain/numbers';
import styles from './Activations.module.css';
import type { Subject } from './useSubject';
import type { Found } from './useVerdicts';

const signed = (x: number): string => (x > 0 ? `+${inWords(x)}` : inWords(x));

const range = `z from ${inWords(usualRange[0])} to ${inWords(usualRange[1])}`;

const isSearched = (z: number): boolean => z >= usualRange[0] && z <= usualRange[1];

/** Whether a pair that is shown proves that A is not enough on the range that was searched, whatever the search says. */
export const isProof = (z: number, preimages: readonly Preimage[]): boolean =>
  isSearched(z) && preimages.some(({ isWitness }) => isWitness);

/** The proof, or what the student has found by dragging: which other z has the output of this one. */
function sayingOf(
  { curve, survey, name }: Subject,
  z: number,
  preimages: readonly Preimage[],
  found: Found,
  verdict: Verdict,
): string {
  const columns = found.found.some((at) => at.columns) || survey.pieces.length === 0;
  const witness = preimages.find(({ isWitness }) => isWitness);
  const [output, here] = [curve.g(z), curve.slope(z)];
  if (!Number.isFinite(output) || !Number.isFinite(here))
    return `${name} has no finite ${Number.isFinite(output) ? 'slope' : 'value'} at z = ${inWords(z)}.`;
  const a = inWords(output);
  const slope = signed(here);
  if (witness)
    return `${isSearched(z) ? '' : 'Beyond the range that was searched: '}z₁ = ${inWords(z)} and z₂ = ${inWords(witness.from)} both give a = ${a}, yet g′(z₁) = ${slope} and g′(z₂) = ${signed(witness.slope)}. From A alone no code can tell which one it was.`;
  const other = preimages.find((preimage) => areApart(preimage.slope, here, survey.scale.slope));
  if (other)
    return `a = ${a} comes from other z too. At a point where the slope jumps, as here, g′ is what A can tell: ${signed(other.slope)}.`;
  if (preimages.length > 0)
    return verdict === 'Z is needed'
      ? `a = ${a} comes from other z too, all with the same slope ${slope}: this output tells the slope, others do not.`
      : `a = ${a} comes from other z too, all with the same slope ${slope}: A tells the slope. Invertibility is not needed.`;
  if (columns || verdict === 'A is enough')
    return `a = ${a} comes from z = ${inWords(z)} alone on this range, with the slope ${slope}.`;
  return `a = ${a} has one slope here. Drag z to where the curve returns to the same output.`;
}

interface Props {
  readonly subject: Subject;
  readonly z: number;
  readonly preimages: readonly Preimage[];
  readonly found: Found;
  /** Whether each cell depends on others of its column, so that there is no slope per cell. */
  readonly mixes: boolean;
  /** Whether a pair was found by hand that proves what the search has missed. */
  readonly isDisproved: boolean;
  readonly children: ReactNode;
}

/** The activation's name, the verdict with the range that was searched, and a sentence that proves it. */
export function Headline({ subject, z, preimages, found, mixes, isDisproved, children }: Props) {
  const verdict = isDisproved && found.verdict === 'A is enough' ? 'Z is needed' : found.verdict;
  return (
    <header className={styles.headline}>
      <h2>
        {subject.name}{' '}
        <span data-verdict={verdict}>
          · {verdict}
          {!mixes && verdict !== 'Z is needed' && <>, checked for {range}</>}
        </span>
      </h2>
      <p role="status">
        {mixes
          ? 'It has no slope per cell: dZ follows from A and dA column by column. Adding a constant to a column of Z changes neither A nor dZ: Z cannot be recovered, and A is enough.'
          : sayingOf(subject, z, preimages, found, verdict)}
      </p>
      {children}
    </header>
  );
}
