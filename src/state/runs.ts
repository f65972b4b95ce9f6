import { checkpointK, type Plan, planOf } from '../compare/plans';
import { type Keeping, sharedWith } from '../compare/sharing';
import { type Summary, summarize } from '../compare/summary';
import { errorsAgainst, type GradientError } from '../core/checks/gradient-errors';
import { type Standard, standardBy } from '../core/checks/standard';
import type { Model } from '../core/model/model';
import { toFloat64 } from '../core/model/to-float64';
import { nodesOf } from '../core/pass/nodes';
import { record } from '../core/pass/record';
import type { Doing, Trace } from '../core/pass/trace';
import { movedTensors } from '../core/pass/what-if/moved';
import type { Tampering } from '../core/pass/what-if/tamper';
import { areAlike } from './choice/choice';
import { createSelector } from './create-selector';
import type { AtHome } from './passes/at-home';
import { type Chosen, givenComparison, givenOf, type PreparedComparison } from './passes/given';
import { selectModel, selectOnStep, selectTampering } from './selectors';
import type { State } from './state';
import { type Notes, notesOf } from './what-if/notes';

/** A plan at work on the model: its run, and the figures of it. */
export interface Run extends RunOf {
  readonly plan: Plan;
}

/** The same without the plan, as it travels between threads. */
export interface RunOf {
  /** How the plan is written in links. */
  readonly reference: string;
  /** Layers between checkpoints, where it keeps them. */
  readonly k: number | undefined;
  readonly trace: Trace;
  /** The pass as it would be if no cache had been changed by hand. */
  readonly untouched: Trace;
  readonly summary: Summary;
  /** How far each gradient is from the same in float64. */
  readonly errors: readonly GradientError[];
  /** What changes by hand did to its caches. */
  readonly notes: Notes;
}

/** What a run is called: its plan, and the number that goes with it. */
export const nameOf = ({ plan, k }: Pick<Run, 'plan' | 'k'>): string =>
  k === undefined ? plan.label : `${plan.label} of ${k}`;

/** What a comparison follows from. */
export type Compared = Pick<State, 'comparing' | 'position'> & Chosen;

/**
 * The run that the others are compared with, the truth as far as float64 can tell: the same numbers in float64, with g′ by
 * its stable form, and A − Y at once at the output where that is the same, since dA ⊙ g′ there multiplies what overflows by
 * what vanishes.
 */
export const selectStandard = createSelector(
  [selectModel, selectOnStep],
  (model: Model, onStep): Standard =>
    standardBy(planOf('fused').apply(planOf('Z_stable').apply(toFloat64(model))), onStep),
);

const selectPlans = (state: Compared) => state.comparing.plans;

/** Runs a plan, sharing the numbers that other runs have already. */
type RunPlan = (reference: string, others: readonly Run[]) => Run;

/** The runs of the plans of a model: a change of one plan leaves the other runs alone, and drops its own. */
const runsOf = new WeakMap<RunPlan, ReadonlyMap<string, Run>>();

function runsFor(plans: readonly string[], run: RunPlan): ReadonlyMap<string, Run> {
  const known = runsOf.get(run);
  const runs = new Map<string, Run>();
  for (const reference of plans) {
    const staying = plans.flatMap((other) => known?.get(other) ?? []);
    if (!runs.has(reference))
      runs.set(reference, known?.get(reference) ?? run(reference, [...runs.values(), ...staying]));
  }
  runsOf.set(run, runs);
  return runs;
}

/** The pass of the model, where another thread computed it: runs share what they can with it. */
const selectPass = (state: Compared) => givenOf(state)?.pass;

const selectAtHome = ({ memory }: Compared) => memory?.atHome;

/** How plans are run on the model, its caches changed by hand as they are. */
const selectRunPlan = createSelector(
  [selectModel, selectTampering, selectStandard, selectPass, selectOnStep, selectAtHome],
  (model, tampering, against, pass, onStep, atHome): RunPlan =>
    (reference, others) =>
      runPlan(reference, { model, tampering, against, pass, onStep, atHome }, others),
);

/** What every plan is run on. */
interface Ground {
  readonly model: Model;
  readonly tampering: readonly Tampering[];
  readonly against: Standard;
  /** The pass of the model itself, where it is there. */
  readonly pass: PassOf | undefined;
  readonly onStep: (() => void) | undefined;
  /** What need not be kept, since the page has it. */
  readonly atHome: AtHome | undefined;
}

type PassOf = Pick<Run, 'trace' | 'untouched'>;

/** The pass that a plan is run as: that of the model, where the plan changes nothing. */
function passOf(planned: Model, ground: Ground, others: readonly Run[]): PassOf {
  const { model, tampering, pass, onStep, atHome } = ground;
  if (pass && areAlike({ ...planned, X: 0, Y: 0, parameters: 0 }, { ...model, X: 0, Y: 0, parameters: 0 }))
    return pass;
  const there = [...others, ...(pass ? [pass] : [])].flatMap(({ trace, untouched }) => [trace, untouched]);
  const run = (changes: readonly Tampering[], shared: Keeping): Trace => {
    const watched = atHome?.run({ nodes: nodesOf(planned) }, shared);
    // What is changed by hand is held against what it was when both are there.
    const watching = tampering.length === 0 ? watched?.onStep : undefined;
    const told = (doing: Doing) => {
      onStep?.();
      watching?.(doing);
    };
    return record(planned, told, changes, watched?.keeping ?? shared);
  };
  const trace = run(tampering, sharedWith(there));
  const untouched = tampering.length > 0 ? run([], sharedWith([...there, trace])) : trace;
  return { trace, untouched };
}

function runPlan(reference: string, ground: Ground, others: readonly Run[]): Run {
  const plan = planOf(reference);
  const { trace, untouched } = passOf(plan.apply(ground.model), ground, others);
  const moved = movedTensors(trace, untouched);
  const run: Run = {
    reference,
    plan,
    k: checkpointK(reference),
    trace,
    untouched,
    summary: summarize(trace),
    errors: errorsAgainst(trace, ground.against),
    // Runs have no room to say by how much.
    notes: notesOf(
      trace,
      moved.map(({ tensor, since }) => ({ tensor, since })),
    ),
  };
  ground.atHome?.leaveComputed(ground.model);
  return run;
}

const selectRunsHere = createSelector([selectPlans, selectRunPlan], (plans, run): readonly Run[] => {
  const runs = runsFor(plans, run);
  return plans.map((reference) => runs.get(reference)!);
});

/** What was given of the comparison, by `preparedComparison` in another thread. */
export const comparisonOf = (state: Compared) =>
  givenComparison(state) as PreparedComparison<RunOf> | undefined;

const selectRunsGiven = createSelector([comparisonOf], (given): readonly Run[] =>
  given!.runs.map((run) => ({ ...run, plan: planOf(run.reference) })),
);

/** The runs of the plans. */
export const selectRuns = (state: Compared): readonly Run[] =>
  comparisonOf(state) ? selectRunsGiven(state) : selectRunsHere(state);
