import type { Model } from '../core/model/model';
import { spoken } from '../core/model/names';
import { type OperationName, rowFor } from '../core/operations';
import { makesCost, partOf, resultOf } from '../core/pass/nodes';
import type { Doing, Trace } from '../core/pass/trace';
import { madeBy } from './phrases';

type Title = (id: Doing, model: Model) => string;

const result: Title = (id) => spoken(resultOf(id));

const loss: Title = (id) => (makesCost(id) ? 'cost' : 'gradient of the cost');

/** What the steps of each operation are called: the way forward, and what they make on the way back. */
const titles: Record<OperationName, Title> = {
  dense: (id, model) => (id.phase === 'forward' ? 'linear forward' : `linear backward: ${result(id, model)}`),
  batch_norm: (id, model) =>
    id.phase === 'forward' ? 'batch norm forward' : `batch norm backward: ${result(id, model)}`,
  activation: ({ layer, phase }, model) => `${model.layers[layer - 1]!.activation} ${phase}`,
  dropout: ({ phase }) => `dropout ${phase}`,
  loss,
  fused_loss: (id, model) => (makesCost(id) ? loss(id, model) : `${result(id, model)} at once`),
};

/** What a step is called: `relu backward`. */
export const titleOf = (id: Doing, { model }: Pick<Trace, 'model'>): string =>
  id.phase === 'recompute'
    ? `${result(id, model)} ${madeBy(partOf(id))} again`
    : (rowFor(titles, id.node)?.(id, model) ?? `${id.node.op} ${id.phase}: ${result(id, model)}`);
