import { operationOf } from '../../core/pass/nodes';
import type { Made } from '../pass';
import { maskAtZero, maskOfGradient, noSlope } from './activation/masks';
import { otherActivation } from './activation/other-activations';
import { otherLayer, otherSlope, softmaxDiagonal } from './activation/other-slopes';
import { activationForSlope, inputForOutput, notSquared, outputForInput } from './activation/slopes';
import type { Cause } from './cause';
import { otherLog, otherLossCost, regularisedCost } from './cost/cost';
import { halfGradient, otherLoss, outputForLast } from './cost/cost-gradient';
import { constantFactor, meanTooEarly, meanTwice, noMean, wrongSign } from './factors';
import { noBias, overwrittenByA, preActivationPassed, softmaxAxis, weightsTransposed } from './forward';
import { transposedTensor } from './general';
import { otherAxis, totalSum } from './linear/biases';
import { overwrittenByGradient, updatedWeights, weightsNotTransposed } from './linear/inputs';
import {
  gradientBeforeSlope,
  otherLayersOutput,
  ownOutput,
  preActivation,
  regularised,
} from './linear/weights';

/**
 * The mistakes that people make, by their names in the report; of one name there may be several, each at other steps. To
 * add one is to add it here. Of two that give the same numbers the first is told.
 */
export const causes = {
  overwritten: [overwrittenByA, overwrittenByGradient],
  'no-bias': [noBias],
  'W-transposed': [weightsTransposed],
  'softmax-axis': [softmaxAxis],
  sign: [wrongSign],
  'no-mean': [noMean],
  'mean-twice': [meanTwice],
  'mean-too-early': [meanTooEarly],
  'other-log': [otherLog],
  'half-gradient': [halfGradient],
  'dZ-for-dA': [outputForLast],
  'mask-at-zero': [maskAtZero],
  'no-slope': [noSlope],
  'g-for-slope': [activationForSlope],
  'A-for-Z': [outputForInput],
  'Z-for-A': [inputForOutput, preActivation, preActivationPassed],
  'not-squared': [notSquared],
  'mask-of-dA': [maskOfGradient],
  'dA-for-dZ': [gradientBeforeSlope],
  'A-for-A_prev': [ownOutput],
  transposed: [transposedTensor],
  'W-not-transposed': [weightsNotTransposed],
  total: [totalSum],
  'other-axis': [otherAxis],
  'other-activation': [otherActivation],
  'softmax-diagonal': [softmaxDiagonal],
  'other-layer': [otherLayer, otherLayersOutput],
  'other-slope': [otherSlope],
  'other-loss': [otherLoss, otherLossCost],
  'updated-W': [updatedWeights],
  regularised: [regularised, regularisedCost],
  factor: [constantFactor],
} satisfies Readonly<Record<string, readonly Cause[]>>;

/** The name of a cause, as it stands in the report. */
export type CauseId = keyof typeof causes;

/** The step that makes a tensor: a part that is on both ways has two names. */
export const stepOf = ({ part, node, isForward }: Pick<Made, 'part' | 'node' | 'isForward'>): string =>
  !isForward && part.step === operationOf(node).forward.step ? `${part.step}_backward` : part.step;

/** The causes that there are at a step, each with its name, in the order in which they are tried. */
export const causesAt = (step: string): readonly (readonly [CauseId, Cause])[] =>
  (Object.entries(causes) as [CauseId, readonly Cause[]][]).flatMap(([id, list]) =>
    list.flatMap((cause) => (cause.at.includes(step) ? [[id, cause] as const] : [])),
  );
