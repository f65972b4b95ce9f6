import { spoken } from '../../core/model/names';
import { slotKey } from '../../core/pass/trace';
import { cacheOf, listed } from '../../explain/phrases';
import { savesIn } from '../figures';
import type { Lesson } from '../lesson';
import { courseNetwork } from '../network';
import type { Option } from '../questions';
import type { Seen } from '../seen';
import { indexAt } from '../turn';

/** What layer 1 keeps in its own caches. */
const keptByFirst = ({ trace }: Seen) =>
  savesIn(trace.steps).filter(({ layer, cache }) => layer === 1 && cache !== 'loss');

const tensorsToPack = (seen: Seen): Option[] => {
  const kept = keptByFirst(seen);
  const names = new Set(['A0', 'W1', 'b1', 'Z1', 'A1', 'W2', 'dZ1', ...kept.map(({ buffer }) => buffer)]);
  return Array.from(names, (name) => {
    const save = kept.find(({ buffer }) => buffer === name);
    const why = save
      ? `it is in ${cacheOf(save)}, as ${save.slot}.`
      : name.startsWith('d')
        ? 'it is only made on the way back.'
        : 'no cache of layer 1 holds it.';
    return { id: name, label: spoken(name), holds: save !== undefined, why };
  });
};

const cachesOfA = ({ trace }: Seen): Option[] => {
  const saves = savesIn(trace.steps);
  const candidates = [
    { layer: 1, cache: 'linear', slot: 'A_prev' },
    { layer: 1, cache: 'activation', slot: 'A' },
    { layer: 2, cache: 'linear', slot: 'A_prev' },
    { layer: trace.model.layers.length, cache: 'loss', slot: 'A' },
  ] as const;
  const holds = candidates.map((slot) => saves.find((save) => slotKey(save) === slotKey(slot)));
  const options = candidates.map((slot, i): Option => {
    const held = holds[i]?.buffer;
    const isA1 = held === 'A1';
    const where = cacheOf(slot);
    const why = isA1
      ? `there it is called ${slot.slot}.`
      : held
        ? `its ${slot.slot} is ${spoken(held)}.`
        : 'it holds no A.';
    return { id: slotKey(slot), label: where, holds: isA1, why };
  });
  const isNowhere = options.every((option) => !option.holds);
  return [
    ...options,
    { id: 'nowhere', label: 'no cache at all', holds: isNowhere, why: 'the record shows where it is saved.' },
  ];
};

const lesson: Lesson = {
  title: '“Both A and Z are cached.” In which cache is which?',
  settles: 'What linear_cache and activation_cache hold, and whose A it is',
  minutes: 2,
  beats: [
    {
      says: 'Going forward, each layer keeps something for the way back, in two caches: its linear_cache and its activation_cache. Two mentors of the course mixed up what is in which.',
      scene: { network: courseNetwork, at: 'start' },
      covers: 'caches',
      waits: {
        to: 'Take the first step, Z[1] = W[1] A[0] + b[1]: press → or the › below.',
        done: ({ trace, index }) => index >= indexAt(trace, { after: 'Z1' }),
        help: { at: { after: 'Z1' } },
      },
    },
    {
      says: 'Z[1] is there, and A[1] = g(Z[1]) comes next. Then layer 1 is done, and both its caches are filled.',
      scene: { at: { after: 'Z1' }, focus: { layer: 1 } },
      covers: 'caches',
      asks: {
        kind: 'choice',
        many: true,
        takes: (seen) => keptByFirst(seen).length,
        ask: (seen) => `Which ${keptByFirst(seen).length} tensors will the caches of layer 1 hold?`,
        options: tensorsToPack,
      },
      plays: { after: 'A1' },
    },
    {
      says: 'The course’s code packs all of it into one tuple: cache = ((A_prev, W, b), Z). A[1], which layer 1 has just made, is needed on the way back too.',
      scene: { at: { after: 'A1' }, focus: { tensor: 'A1' } },
      covers: 'caches',
      asks: { kind: 'choice', many: true, ask: 'Which caches will hold A[1]?', options: cachesOfA },
      plays: { after: 'Z2' },
    },
  ],
  truth(seen) {
    const inCache = (cache: string) =>
      listed(
        keptByFirst(seen)
          .filter((save) => save.cache === cache)
          .map(({ buffer }) => spoken(buffer)),
      );
    const holders = savesIn(seen.trace.steps).filter(({ buffer }) => buffer === 'A1');
    const where = holders.map((save) => `${cacheOf(save)} (as ${save.slot})`);
    return `Layer 1’s linear_cache holds ${inCache('linear')}; its activation_cache holds ${inCache('activation') || 'nothing'}. A[1] is in ${listed(where)}. So A_prev is the A of the layer before, and Z is the layer’s own.`;
  },
};

export default lesson;
