import { proxy } from 'comlink';
import { threadFrom } from '../../compare/thread';
import type { SlopeReport } from '../../core/checks/differences/slope-check';
import type { RulesReport } from '../../core/checks/rules';
import type { Trace } from '../../core/pass/trace';
import type { Choice } from '../choice/choice';
import { handedOver } from '../passes/handed-over';
import type { Checks } from './worker';

/** Where the checks of a pass stand. */
export interface Standing {
  /** `paused` after a minute of central differences, `stopped` by the reader, `failed` where this browser can't. */
  readonly state: 'waiting' | 'running' | 'paused' | 'stopped' | 'done' | 'failed';
  /** Whether they have taken longer than a blink. */
  readonly long: boolean;
  readonly rules?: RulesReport;
  readonly slopes?: SlopeReport;
  /** Why they failed, in a sentence. */
  readonly sentence?: string;
}

/** Before anything is known. */
export const waiting: Standing = { state: 'waiting', long: false };

/** Checks that are under way. */
export interface Checking {
  /** Ends them, whatever they are doing. */
  stop(): void;
  /** Goes on where they paused. */
  goOn(): void;
}

/** How long a blink is, in ms. */
const BLINK = 400;

const NO_WORKER = 'This browser could not start the checks. Is there a connection?';

/** A thread that offers checks; undefined where there are no workers. */
const startThread = () =>
  threadFrom<Checks>(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    NO_WORKER,
  );

/** What is checked: a pass; of a large one its choice, since to send all its numbers would hold up the page. */
export type ToCheck = { readonly trace: Trace } | { readonly choice: Choice };

/**
 * Checks a pass in a thread of its own. `onChange` is called with where the checks stand, until they have ended; `long` says
 * that they are known to take longer than a blink.
 */
export function startChecks(of: ToCheck, onChange: (standing: Standing) => void, long = false): Checking {
  const thread = startThread();
  let standing: Standing = { state: 'running', long };
  let over = false;
  const change = (changes: Partial<Standing>): void => {
    if (over) return;
    standing = { ...standing, ...changes };
    onChange(standing);
  };
  const blink = setTimeout(() => change({ long: true }), BLINK);
  const end = (changes: Partial<Standing>): void => {
    change(changes);
    over = true;
    clearTimeout(blink);
    // Otherwise the worker would stay in memory, and with it the pass that was sent to it.
    thread?.end();
  };
  const fail = (sentence: string): void => end({ state: 'failed', sentence });
  if (!thread) {
    fail(NO_WORKER);
    return { stop: () => undefined, goOn: () => undefined };
  }
  const { remote: checks, failed } = thread;
  failed.catch((error: Error) => fail(error.message));
  // Reports come through a channel of their own, and may arrive after a later one.
  const tell = proxy((slopes: SlopeReport) => {
    if (slopes.done > (standing.slopes?.done ?? 0)) change({ slopes });
  });
  const takeSlopes = async (): Promise<void> => {
    const slopes = await checks.slopes(tell);
    const isLeft = slopes.done < slopes.total && Number.isFinite(slopes.cost);
    if (isLeft) change({ slopes, state: 'paused' });
    else end({ slopes, state: 'done' });
  };
  // Sent here, so that nothing that waits for the worker keeps the pass in memory.
  const taken = 'trace' in of ? checks.take(of.trace) : checks.workOut(handedOver(of.choice));
  const run = async (): Promise<void> => {
    const flaw = await taken;
    if (flaw) return fail(flaw);
    change({ rules: await checks.rules() });
    await takeSlopes();
  };
  const attempt = (work: Promise<void>): void =>
    void work.catch((error: Error) => fail(`The checks broke off: ${error.message}`));
  onChange(standing);
  attempt(run());
  return {
    stop: () => end({ state: 'stopped' }),
    goOn: () => {
      change({ state: 'running' });
      attempt(takeSlopes());
    },
  };
}
