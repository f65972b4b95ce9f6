import { roundedTo } from '../core/checks/expected/digits';
import { type Matrix, map } from '../core/math/matrix';
import { type Model, sizesOf } from '../core/model/model';
import { type BufferName, isKeptOnly, parseName } from '../core/model/names';
import { asHere, type Convention, conventionsFor } from './conventions';
import { likeliest } from './finding/likeliest';
import { reproduced } from './finding/reproduced';
import { rowOf, wrongWays } from './finding/rows';
import { type Made, passOf } from './pass';
import { asWritten, formatOf } from './precision';
import type { Report } from './report';
import { Room } from './room';
import { conventionRemarks } from './telling';
import type { Brought } from './tensor';
import { TheirPass } from './their-pass';
import { World } from './world';

/** How many bytes of numbers are kept that can be worked out again: three quarters of the largest pass that the page holds. */
export const MOST_KEPT = 300_000_000;

/** Whether a tensor is one that a report has a row for: what stands in caches alone has none. */
const isReported = (name: BufferName): boolean => !isKeptOnly(parseName(name).kind);

/**
 * Judges what somebody brought of a pass over a model: every tensor against the right pass, and against what their own
 * inputs of its step give. Names are those of our files; what is no tensor of the pass is passed over. `instead` stands in
 * the place of what the way forward computes, as the caches of a test do. `room` is how much is kept beside the report.
 */
export function judge(
  model: Model,
  brought: ReadonlyMap<BufferName, Brought>,
  instead: ReadonlyMap<BufferName, Matrix> = new Map(),
  room = new Room(MOST_KEPT),
): Report {
  const pass = passOf(model);
  const sizes = sizesOf(pass.model);
  const own = new Map([...brought].filter(([name]) => pass.made.has(name) && isReported(name)));
  const format = formatOf(own.values());
  const right = new World(
    pass,
    format,
    new Map(Array.from(instead, ([name, matrix]) => [name, { matrix, error: map(matrix, () => 0) }])),
    { room, judged: new Set(own.keys()) },
  );
  const errors = roundedTo(new Map(Array.from(own, ([name, array]) => [name, flat(array)])));
  const passIn = (convention: Convention) =>
    new TheirPass(
      pass,
      right,
      new Map(
        Array.from(own, ([name, array]) => [name, asHere(name, array, errors(name), convention, sizes)]),
      ),
    );
  const convention = likeliest(conventionsFor(own, sizes), passIn, own);
  const theirPass = passIn(convention);
  const all = theirPass.run();
  const run = reproduced(right, theirPass.theirs, wrongWays(all, right));
  const rows = all.filter(({ made, theirs }) => isReported(made.name) && (theirs || isOfPass(made)));
  return {
    convention,
    format: format.name,
    remarks: conventionRemarks(convention, format, own, sizes),
    rows: rows.map((row) => rowOf(row, theirPass, run)),
  };
}

/** A brought array as one row of numbers, to look at its digits. */
const flat = ({ data }: Brought): Matrix => ({
  rows: 1,
  cols: data.length,
  type: 'float64',
  data: asWritten(data),
});

/** Whether the pass itself makes a tensor; dA[0] is made only by those who compute it. */
const isOfPass = ({ part, node }: Made): boolean => part.isPartOf?.(node) ?? true;
