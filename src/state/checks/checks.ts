import { type SlopeCheck, type SlopeReport, slopeCheck } from '../../core/checks/differences/slope-check';
import { compareRules } from '../../core/checks/rules';
import type { Trace } from '../../core/pass/trace';
import type { Choice } from '../choice/choice';
import { defineFormulas } from '../choice/formulas';
import { unpacked } from '../passes/rows';
import { selectTrace } from '../selectors';
import { fairOrder } from './order';

/** How long central differences are taken until somebody asks for more, in ms. */
const PATIENCE = 60_000;

/** How often progress is reported, in ms. */
const PACE = 100;

/** The checks of one pass, as a worker offers them. */
export function checksOf() {
  let shown: Trace | undefined;
  let slopes: SlopeCheck | undefined;
  return {
    /** Takes in the pass and the formulas of its layers, which do not travel; a sentence where one can't be read. */
    async take(trace: Trace): Promise<string | undefined> {
      shown = trace;
      return defineFormulas(trace.model);
    },

    /** Computes a large pass again from its choice, whose rows are packed; a sentence where that can't be done. */
    async workOut(choice: unknown): Promise<string | undefined> {
      const of = unpacked<Choice>(choice);
      const flaw = await defineFormulas(of);
      if (!flaw) shown = selectTrace({ choice: of });
      return flaw;
    },

    /** Compares the gradients of the pass with those of all keep rules. */
    rules: () => compareRules(shown!),

    /** Goes on with central differences until all are taken, or for `patience` ms; `tell` is called with progress. */
    slopes(tell: (report: SlopeReport) => void, patience = PATIENCE): SlopeReport {
      slopes ??= slopeCheck(shown!, fairOrder(shown!.model));
      const start = performance.now();
      let told = start;
      while (slopes.next()) {
        const now = performance.now();
        if (now - start > patience) break;
        if (now - told < PACE) continue;
        told = now;
        tell(slopes.report());
      }
      return slopes.report();
    },
  };
}

export type Checks = ReturnType<typeof checksOf>;
