import { spoken } from '../core/model/names';
import { resultOf } from '../core/pass/nodes';
import type { Doing, Trace } from '../core/pass/trace';

/** What a step is called: `relu backward`. */
export function titleOf(id: Doing, { model }: Pick<Trace, 'model'>): string {
  const { op, phase, layer } = id;
  const result = spoken(resultOf(id));
  if (op === 'cost') return 'cost';
  if (op === 'cost_gradient') return 'gradient of the cost';
  if (op === 'output') return `${result} at once`;
  if (phase === 'recompute') return `${result} computed again`;
  if (op === 'activation') return `${model.layers[layer - 1]!.activation} ${phase}`;
  return phase === 'forward' ? 'linear forward' : `linear backward: ${result}`;
}
