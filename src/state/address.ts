import { LONGEST_LINK, packLink, unpackLink } from '../formats/link';
import { type Choice, firstChoice, isOpened, readChoice } from './choice';
import { type Position, readPosition, writePosition } from './position';
import { useStore } from './store';

/** The choice as it stands in a link, and whether its data is in there too. */
interface PackedChoice {
  readonly link: string;
  readonly whole: boolean;
}

const packed = new WeakMap<Choice, PackedChoice>();

function pack(choice: Choice): PackedChoice {
  const known = packed.get(choice);
  if (known) return known;
  const whole = packLink(choice);
  const result =
    whole.length <= LONGEST_LINK || !isOpened(choice.data)
      ? { link: whole, whole: true }
      : { link: packLink({ ...choice, data: { leftOut: choice.data.name } }), whole: false };
  packed.set(choice, result);
  return result;
}

/** The part of the address behind # for a choice at a position. */
export function linkOf(choice: Choice, position: Position): { hash: string; whole: boolean } {
  const { link, whole } = pack(choice);
  return { hash: `#${link}/${writePosition(position)}`, whole };
}

function splitHash(hash: string): { link: string; step: string } {
  const [link = '', step = ''] = hash.slice(1).split('/');
  return { link, step };
}

/** What a link holds; a damaged one gives the first model and a sentence. */
export function readLink(hash: string): { choice: Choice; position: Position; notice?: string } {
  const { link, step } = splitHash(hash);
  if (!link) return { choice: firstChoice, position: 'start' };
  const unpacked = unpackLink(link);
  const read = unpacked.ok ? readChoice(unpacked.value) : unpacked;
  return read.ok
    ? { choice: read.value, position: readPosition(step) }
    : { choice: firstChoice, position: 'start', notice: read.sentence };
}

/** How long the address waits for the next step: browsers refuse an address that changes many times a second. */
const SETTLE = 250;

/** The choice that an entry of the browser's history carries, if it is one of ours. */
function keptChoice(entry: unknown): Choice | undefined {
  if (typeof entry !== 'object' || entry === null || !('choice' in entry)) return undefined;
  const read = readChoice(entry.choice);
  return read.ok ? read.value : undefined;
}

function writeEntry(method: 'pushState' | 'replaceState', choice: Choice, position: Position): void {
  const { hash } = linkOf(choice, position);
  try {
    window.history[method]({ choice }, '', hash);
  } catch {
    // Browsers limit what an entry may carry; the link alone must do then.
    window.history[method](null, '', hash);
  }
}

/**
 * Keeps the address in step with the store, and the store with the address: a change of the model is an entry in the
 * browser's history, a step only renews the entry. Opened data that is too large for a link stays in the entry.
 * Returns what ends it.
 */
export function connectAddress(): () => void {
  const { show } = useStore.getState();
  const link = readLink(window.location.hash);
  const kept = keptChoice(window.history.state);
  if (kept) show(kept, readPosition(splitHash(window.location.hash).step));
  else show(link.choice, link.position, link.notice);

  /** The choice of the history's current entry. */
  let entered = useStore.getState().choice;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const renew = () => writeEntry('replaceState', entered, useStore.getState().position);
  renew();

  const stopListening = useStore.subscribe(({ choice, position }, before) => {
    if (choice === entered && position === before.position) return;
    clearTimeout(timer);
    if (choice === entered) {
      timer = setTimeout(renew, SETTLE);
      return;
    }
    entered = choice;
    writeEntry('pushState', choice, position);
  });
  const onPopState = ({ state }: PopStateEvent) => {
    const back = keptChoice(state);
    const read = readLink(window.location.hash);
    // Going back undoes a change of the model and leaves the reader where they are; a pasted link brings its step.
    const [choice, position] = back ? [back, useStore.getState().position] : [read.choice, read.position];
    entered = choice;
    show(choice, position, back ? undefined : read.notice);
    renew();
  };
  window.addEventListener('popstate', onPopState);
  return () => {
    clearTimeout(timer);
    stopListening();
    window.removeEventListener('popstate', onPopState);
  };
}
