import type { Beat } from './lesson';
import type { Network } from './network';
import type { At } from './turn';

/** Where a beat begins: a network, and a moment of its pass. */
export interface Setting {
  readonly network: Network;
  readonly at: At;
}

/** Where a beat leaves the pass once it is done. */
export const leftAt = ({ waits, asks, plays }: Beat, before: At): At =>
  waits?.help.at ?? plays ?? (asks?.kind === 'reads' ? { after: asks.makes } : before);

/** Where beat number `n` begins for a student who did everything before it as intended; beats are counted from 0. */
export function settingAt(beats: readonly Beat[], n: number): Setting {
  let network: Network | undefined;
  let at: At = 'start';
  for (const [i, beat] of beats.slice(0, n + 1).entries()) {
    network = beat.scene?.network ?? network;
    at = beat.scene?.at ?? at;
    if (i === n || !network) continue;
    network = beat.waits?.help.network?.(network) ?? network;
    at = leftAt(beat, at);
  }
  if (!network) throw new Error('the first beat of a lesson has a network');
  return { network, at };
}
