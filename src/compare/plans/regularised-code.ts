import type { Layer } from '../../core/model/model';
import type { BatchNormRuleName, DropoutRuleName } from '../../core/model/regularisation';
import { type Column, columnLabels } from './columns';
import frameworks from './frameworks.json' with { type: 'json' };

/** What code keeps for batch norm and dropout, by our rules, with what to know of it. */
interface Regularised {
  readonly batch_norm: BatchNormRuleName;
  readonly dropout: DropoutRuleName;
  readonly notes: Readonly<Record<'batch_norm' | 'dropout', string>>;
}

const known = frameworks.regularisation as Partial<Record<Column, Regularised>>;

/** The batch norm and the dropout of a layer as the code of a column keeps them; as they are where nobody has looked it up. */
export function regularisedBy(column: Column, { batch_norm, dropout }: Layer): Partial<Layer> {
  const kept = known[column];
  if (!kept) return {};
  return {
    ...(batch_norm && { batch_norm: { ...batch_norm, keep: kept.batch_norm } }),
    ...(dropout && { dropout: { ...dropout, keep: kept.dropout } }),
  };
}

/** What to know of a layer's batch norm and dropout: what is kept for them, or that the data has no word on it. */
export function regularisationNote(column: Column, layer: Layer): string | undefined {
  const parts = (['batch_norm', 'dropout'] as const).filter((part) => layer[part]);
  if (parts.length === 0) return undefined;
  const notes = known[column]?.notes;
  if (notes) return parts.map((part) => notes[part]).join(' ');
  const of = parts.map((part) => part.replace('_', ' ')).join(' and ');
  return `What ${columnLabels[column]} keeps for ${of} has not been looked up: ${parts.length > 1 ? 'those caches stay' : 'that cache stays'} as you chose.`;
}
