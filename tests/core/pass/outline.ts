import type { DryStep } from '../../../src/core/pass/trace';

/** Steps with the names of values in place of the values and without their nodes, as trace files have them. */
export const outlineOf = (steps: readonly DryStep[]) =>
  steps.map(({ reads, writes, cache, node: _, ...step }) => ({
    ...step,
    reads: reads.map(({ name }) => name),
    writes: writes.map(({ name }) => name),
    cache: cache.map(({ value: __, ...event }) => event),
  }));

/** Steps with the numbers of values, which tell them apart, and the names in place of the values. */
export const withoutMatrices = (steps: readonly DryStep[]) =>
  steps.map((step) => ({
    ...step,
    reads: step.reads.map(({ id, name }) => [id, name]),
    writes: step.writes.map(({ id, name }) => [id, name]),
    cache: step.cache.map(({ value, ...event }) => ({ ...event, id: value?.id })),
  }));
