import type { Matrix } from '../../../core/math/matrix';
import { spoken } from '../../../core/model/names';
import { isKnownUnread, type Spot } from '../../../core/pass/frames/place';
import { inWords } from '../../../explain/numbers';
import type { Note } from '../../../state/what-if/notes';

const stateWords = { empty: 'not computed yet', held: '', freed: 'freed', unread: '' };

function noteInWords({ kind, by }: Note): string {
  if (kind === 'changed') return 'changed by hand';
  if (by === undefined) return 'moved';
  return Number.isNaN(by) ? 'moved to NaN' : `moved by at most ${inWords(by)}`;
}

/** What is said of a heatmap: name and shape first, then where it stands and how, the bytes of its slot, and what changes by hand did to it. */
export function placeInWords(spot: Spot, { rows, cols }: Matrix, note?: Note, tag?: string): string {
  const { tensor, slot, state, mark } = spot;
  const how = isKnownUnread(spot)
    ? 'kept and never read'
    : [stateWords[state], tag].filter(Boolean).join(', ');
  const where = slot && `in ${slot.cache === 'loss' ? 'the loss cache' : `${slot.cache}_cache`}`;
  const doing = mark && { read: 'being read', write: 'being written' }[mark];
  return [`${spoken(tensor)}, ${rows} by ${cols}`, where, how, doing, note && noteInWords(note)]
    .filter(Boolean)
    .join(', ');
}
