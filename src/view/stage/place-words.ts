import type { Place } from '../../core/frame';
import type { Matrix } from '../../core/matrix';
import { spoken } from '../../core/names';

const stateWords = { empty: 'not computed yet', held: '', freed: 'freed', unread: 'kept and never read' };

/** What is said of a heatmap: name and shape first, then where it stands and how. */
export function placeInWords({ tensor, slot, state, mark }: Place, { rows, cols }: Matrix): string {
  const where = slot && `in ${slot.cache === 'loss' ? 'the loss cache' : `${slot.cache}_cache`}`;
  const doing = mark && { read: 'being read', write: 'being written' }[mark];
  return [`${spoken(tensor)}, ${rows} by ${cols}`, where, stateWords[state], doing]
    .filter(Boolean)
    .join(', ');
}
