import { candidates } from './candidates';
import { type Curve, type Stretch, usualRange } from './curve';
import { type Survey, surveyOf } from './survey';
import { isWitness, type Witness, witnessOf } from './witness';

/** What a search has found: whether A is enough for g on a range, with the proof where it is not. */
export type Finding = { readonly survey: Survey } & (
  | { readonly kind: 'enough' }
  | { readonly kind: 'witness'; readonly witness: Witness }
  /** g has no finite value and slope anywhere on the range. */
  | { readonly kind: 'undefined' }
);

/** Among this many witnesses the one to show is chosen. */
const CHOICE = 64;

/**
 * Whether A is enough on a range: whether g(z₁) = g(z₂) implies g′(z₁) = g′(z₂) there. The range is split into pieces
 * on which g rises, falls or stands still (`surveyOf`); outputs of one piece are looked for on the others by root
 * finding to the last bit (`candidates`); what counts as a proof is for `isWitness` to say. All is compared in
 * proportion, to the size of slopes and to what rounding leaves open of outputs: g and c·g have the same verdict.
 *
 * It can miss a fold outside the range, one narrower than the grid's step (1/256 on the usual range), one whose outputs
 * overlap by less than rounding leaves open, and slopes that differ by less than a millionth. At a single point, a kink
 * or a jump, g′ may be whatever A can tell, and so makes no witness. Every witness that it gives is one, up to the accuracy
 * of the g and g′ that it is given.
 */
export function search(curve: Curve, range: Stretch = usualRange): Finding {
  const survey = surveyOf(curve, range);
  if (survey.pieces.length === 0) return { kind: 'undefined', survey };
  const found: Witness[] = [];
  for (const [z1, z2] of candidates(curve, survey)) {
    if (isWitness(curve, z1, z2, survey.scale)) found.push(witnessOf(curve, z1, z2));
    if (found.length === CHOICE) break;
  }
  const clearest = (best: Witness, next: Witness): Witness => (clarity(next) > clarity(best) ? next : best);
  const [first, ...others] = found;
  return first
    ? { kind: 'witness', witness: others.reduce(clearest, first), survey }
    : { kind: 'enough', survey };
}

/** How well a witness shows what it proves: slopes far apart, z well apart, near 0, and the first a round number. */
function clarity({ z1, z2, dg1, dg2 }: Witness): number {
  const slopes = Math.min(1, Math.abs(dg1 - dg2));
  const apart = Math.min(1, Math.abs(z1 - z2));
  const near = 1 / (1 + (Math.max(Math.abs(z1), Math.abs(z2)) / 4) ** 2);
  const round = Number.isInteger(z1) ? 2 : Number.isInteger(2 * z1) ? 1.5 : 1;
  return slopes * apart * near * round;
}
