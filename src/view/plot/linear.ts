/**
 * The place of a number along a stretch, in CSS pixels: `from` stands at `start` and `to` at `end`. d3-scale's own would
 * bring its colours, ticks and dates into the first load.
 */
export const linear =
  ([from, to]: readonly [number, number], [start, end]: readonly [number, number]) =>
  (value: number): number =>
    start + ((value - from) / (to - from)) * (end - start);
