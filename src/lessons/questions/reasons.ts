import { activationOf } from '../../core/activations';
import { sizesOf } from '../../core/model/model';
import { type BufferName, spoken } from '../../core/model/names';
import { type OperationName, rowFor } from '../../core/operations';
import { routeTaken } from '../../core/operations/route-taken';
import { dryRun } from '../../core/pass/dry-run';
import { partOf, resultOf } from '../../core/pass/nodes';
import {
  type CacheEvent,
  type DryStep,
  type Slot,
  type Step,
  slotKey,
  type Trace,
} from '../../core/pass/trace';
import { grouped } from '../../explain/numbers';
import { titleOf } from '../../explain/title';
import { changeLayer } from '../network';
import type { Turn } from '../turn';

type Why = (step: Step, event: CacheEvent, trace: Trace) => string;

const times = (n: number, what: string): string => `${grouped(n)} ${what}${n === 1 ? '' : 's'}`;

/** What an activation's backward took from the slot that it read. */
const slopeFrom: Why = (step, event, trace) => {
  const { model } = trace;
  const of = model.layers[step.layer - 1]!;
  const { routes, kinks } = activationOf(of);
  const name = spoken(event.buffer);
  const { exponentials } = partOf(step).cost(step, model, sizesOf(model));
  const route = routeTaken(step, { layers: model.layers });
  if (route === 'mask') return `one bit per cell says which of its two slopes ${of.activation} has.`;
  if (route === 'slope') return 'it holds g′ itself, ready to be multiplied with dA.';
  if (exponentials > 0 && routes(of.alpha).includes('A'))
    return `only to work out A[${step.layer}] again, which takes ${times(exponentials, 'exponential')}.`;
  if (exponentials > 0)
    return `the slope follows from ${name} alone, at ${times(exponentials, 'exponential')}.`;
  if (routes(of.alpha).includes('mask'))
    return kinks.length === 1 && kinks[0] === 0
      ? `${of.activation} asks only which cells are above 0.`
      : `${of.activation} asks only on which side of its kinks each cell lies.`;
  return route === 'A'
    ? `${of.activation} gets its slope from the output alone, without an exponential.`
    : `the slope of ${of.activation} follows from it.`;
};

/** Why the steps of each operation read what they read. */
const whys: Record<OperationName, Why> = {
  dense(step, event) {
    const result = spoken(resultOf(step));
    if (step.phase === 'recompute')
      return `${result} was not kept, so it is computed again from A_prev, W and b.`;
    return event.slot === 'W'
      ? `${result} is W transposed times dZ[${step.layer}].`
      : `${result} is dZ[${step.layer}] times A_prev transposed.`;
  },
  batch_norm: (step, event) => `batch norm needs ${spoken(event.buffer)} for ${spoken(resultOf(step))}.`,
  activation: slopeFrom,
  dropout: (_, event) =>
    `the cells that ${spoken(event.buffer)} closed on the way forward are closed on the way back.`,
  loss: (step, event) => `${spoken(resultOf(step))} is worked out from ${spoken(event.buffer)} and Y.`,
  fused_loss: (step, event) => `${spoken(resultOf(step))} is ${spoken(event.buffer)} − Y.`,
};

/** Why a turn read a slot. */
export function whyRead(trace: Trace, { steps }: Turn, event: CacheEvent): string {
  const reader = steps.find(({ cache }) =>
    cache.some((other) => other.kind === 'read' && slotKey(other) === slotKey(event)),
  )!;
  return rowFor(whys, reader.node)?.(reader, event, trace) ?? `${titleOf(reader, trace)} needs it.`;
}

/** Why a turn did not read a slot that a student chose. */
export function whyLeft(trace: Trace, turn: Turn, slot: Slot, tensor: BufferName): string {
  const title = titleOf(turn.step, trace);
  const took = turn.steps.some(({ cache }) => cache.some(({ kind }) => kind === 'read'));
  const instead = took ? '' : ' It took nothing from the caches.';
  return `${title} did not read ${spoken(tensor)}.${instead} ${otherReader(trace, turn, slot)}`;
}

const readersOf = <S extends Pick<DryStep, 'cache'>>(steps: readonly S[], slot: Slot): readonly S[] =>
  steps.filter(({ cache }) => cache.some((e) => e.kind === 'read' && slotKey(e) === slotKey(slot)));

/** Who else reads a slot, if anybody does: here, or if the layer kept nothing. */
function otherReader(trace: Trace, { step }: Turn, slot: Slot): string {
  const readers = readersOf(trace.steps, slot);
  const reader = readers.find(({ index }) => index > step.index) ?? readers.at(-1);
  if (reader)
    return `The step that makes ${spoken(resultOf(reader))}${reader.phase === 'recompute' ? ' again' : ''} ${reader.index > step.index ? 'will read' : 'has read'} it.`;
  if (keepsNothing(trace, slot)) return 'No step of this pass reads it.';
  return `No step of this pass reads it. One would if layer ${slot.layer} kept too little, since Z[${slot.layer}] would then be computed again.`;
}

/** Whether a slot stays unread also where its layer keeps nothing: a matter of reads, which no number decides. */
const keepsNothing = ({ model }: Trace, slot: Slot): boolean =>
  readersOf(dryRun(changeLayer(model, slot.layer, { keep: 'none' })), slot).length === 0;
