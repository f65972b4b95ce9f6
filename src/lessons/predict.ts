import { keptSlots } from '../core/model/model';
import { routeTaken } from '../core/operations/route-taken';
import { makesCost, operationOf, resultOf } from '../core/pass/nodes';
import type { Step, Trace } from '../core/pass/trace';
import type { ReadsQuestion } from './questions';
import { beforeTurn, turnMaking } from './turn';

/** What was predicted so far of one kind of step. */
export interface Tally {
  readonly asked: number;
  readonly right: number;
  /** How many in a row were right up to now. */
  readonly streak: number;
}

/** The kind of a step, by which the score is kept: what it does, and by what route; `activation tanh Z`. */
export function kindOfStep(step: Step, { model }: Pick<Trace, 'model'>): string {
  if (!operationOf(step.node).g) return step.op;
  const layer = model.layers[step.layer - 1]!;
  const route = routeTaken(step, model) ?? keptSlots(layer).join('');
  return `${step.op} ${layer.activation} ${route || 'none'}`;
}

/** After so many right answers in a row a kind is asked only now and then. */
const KNOWN = 3;

/** Of a known kind, one in so many steps is asked. */
const EVERY = 4;

/** Whether a kind is to be asked at the step of that number: what was missed every time, what is known now and then. */
export const isDue = (tally: Tally | undefined, index: number): boolean =>
  tally === undefined || tally.streak < KNOWN || index % EVERY === 0;

/** A tally with one more answer. */
export const counted = (tally: Tally = { asked: 0, right: 0, streak: 0 }, isRight: boolean): Tally => ({
  asked: tally.asked + 1,
  right: tally.right + Number(isRight),
  streak: isRight ? tally.streak + 1 : 0,
});

/** The question before the step that comes next, where that begins a turn of the way back; undefined anywhere else. */
export function questionAt(trace: Trace, index: number): { question: ReadsQuestion; step: Step } | undefined {
  const next = trace.steps[index];
  if (!next || next.phase === 'forward' || makesCost(next)) return undefined;
  const step = trace.steps.slice(index).find(({ phase }) => phase !== 'recompute');
  if (!step) return undefined;
  const makes = resultOf(step);
  const begins = beforeTurn(turnMaking(trace, makes)) === index;
  return begins ? { question: { kind: 'reads', makes }, step } : undefined;
}
