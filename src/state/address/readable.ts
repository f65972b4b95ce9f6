import type { Choice } from '../choice/choice';
import { defineFormulas, NOT_LOADED } from '../choice/formulas';

/** How often the page tries again to load what reads formulas, in ms. */
const RETRY = 4000;

/** How long the page waits for what reads formulas before it says so, in ms. */
const PATIENCE = 300;

const WAITS = 'This link has a formula. It will be shown as soon as the part that reads formulas has loaded.';
const TRIES = `${NOT_LOADED} The address keeps the link, and the page goes on trying.`;

/** What is called as a choice becomes readable, or does not. */
interface Waiting {
  /** Its formulas can be read: at once, where they could already. */
  ready(): void;
  /** One of them can't be read, for the reason in the sentence. */
  refused(sentence: string): void;
  /** A sentence about the wait. */
  tell(sentence: string): void;
  failed(error: unknown): void;
}

/**
 * Waits until the formulas of a choice can be read, and tries again where what reads them could not be loaded. Returns a
 * function that ends that: nothing is called from then on.
 */
export function untilReadable(choice: Choice, { ready, refused, tell, failed }: Waiting): () => void {
  let wanted = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const came = (flaw: string | undefined) => {
    clearTimeout(timer);
    if (!wanted) return;
    if (flaw === undefined) return ready();
    if (flaw !== NOT_LOADED) return refused(flaw);
    tell(TRIES);
    timer = setTimeout(ask, RETRY);
  };
  const ask = () => {
    const reading = defineFormulas(choice);
    if (!reading) return ready();
    timer = setTimeout(() => tell(WAITS), PATIENCE);
    reading.then(came).catch((error: unknown) => {
      if (wanted) failed(error);
    });
  };
  ask();
  return () => {
    wanted = false;
    clearTimeout(timer);
  };
}
