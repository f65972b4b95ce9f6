import { sizesOf } from '../../src/core/model/model';
import { record } from '../../src/core/pass/record';
import { type Beat, beatsOf, type Lesson } from '../../src/lessons/lesson';
import type { Network } from '../../src/lessons/network';
import type { Seen } from '../../src/lessons/seen';
import { type At, indexAt } from '../../src/lessons/turn';
import type { Choice } from '../../src/state/choice/choice';
import { modelOf } from '../../src/state/choice/model-of';
import { readChoice } from '../../src/state/choice/read';
import { tamperingOf } from '../../src/state/what-if/tampering';

/** What a student sees of a network at a moment, as the page works it out. */
export function seenOf(network: Network, at: At = 'start'): Seen {
  const choice: Choice = network;
  const model = modelOf(choice);
  const untouched = record(model);
  const tampering = tamperingOf(choice.tampered ?? [], sizesOf(model));
  const trace = tampering.length > 0 ? record(model, undefined, tampering) : untouched;
  return { trace, untouched, index: indexAt(trace, at) };
}

/** A beat with what is seen at its beginning, and once it is done. */
export interface Played {
  readonly beat: Beat;
  readonly number: number;
  readonly network: Network;
  readonly seen: Seen;
  readonly after: Seen;
}

/** Goes through a lesson as it is meant, with each network changed in some way. */
export function play(lesson: Lesson, change: (network: Network) => Network = (same) => same): Played[] {
  let network: Network | undefined;
  let at: At = 'start';
  return beatsOf(lesson).map((beat, number) => {
    const { scene = {}, waits, plays, asks } = beat;
    if (scene.network) network = change(scene.network);
    if (!network) throw new Error('the first beat of a lesson has a network');
    at = scene.at ?? at;
    const seen = seenOf(network, at);
    const here = network;
    if (waits?.help.network) network = waits.help.network(network);
    if (waits?.help.at) at = waits.help.at;
    if (plays) at = plays;
    else if (asks?.kind === 'reads') at = { after: asks.makes };
    return { beat, number, network: here, seen, after: seenOf(network, at) };
  });
}

/** Whether a link can hold a network. */
export const isOpenable = (network: Network) => readChoice(network);
