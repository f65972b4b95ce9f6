import type { Page } from '@playwright/test';
import type { Step } from '../../src/core/pass/trace';
import { exported } from './controls';

/** An exported trace, as far as tests look at it. */
export interface TraceFile {
  readonly model: { readonly layers: readonly { readonly keep: string }[] };
  readonly steps: readonly Step[];
  readonly tensors: Readonly<Record<string, number | readonly (readonly number[])[]>>;
  readonly cacheBytes: { readonly peak: number };
}

/** The trace of the pass that is shown, by way of the menu. */
export const exportedTrace = async (page: Page): Promise<TraceFile> =>
  JSON.parse(await exported(page, 'Trace (JSON)'));

/** What a step did with the slots of a layer's caches: `read activation.Z`. */
export function eventsOf(trace: TraceFile, phase: Step['phase'], op: Step['op'], layer: number): string[] {
  const step = trace.steps.find((s) => s.phase === phase && s.op === op && s.layer === layer);
  return step?.cache.map((event) => `${event.kind} ${event.cache}.${event.slot}`) ?? [];
}
