import type { Matrix } from '../core/math/matrix';

/**
 * JSON of what JSON has and of matrices, which become rows, such that every number reads back exactly. Members that
 * are undefined are left out. It comes in pieces, since the trace of a large model is longer than a string can be.
 */
export function* exactJson(value: unknown): Generator<string> {
  if (typeof value === 'number') yield exactNumber(value);
  else if (typeof value !== 'object' || value === null) yield JSON.stringify(value);
  else if (isMatrix(value)) yield* list(rowsOf(value));
  else if (Array.isArray(value)) yield* list(value.map(exactJson));
  else yield* object(value);
}

/** JSON has no word for NaN and infinity: those are strings. */
function exactNumber(x: number): string {
  if (Object.is(x, -0)) return '-0';
  return Number.isFinite(x) ? String(x) : `"${x}"`;
}

const isMatrix = (value: object): value is Matrix => 'data' in value && ArrayBuffer.isView(value.data);

function* rowsOf({ rows, cols, data }: Matrix): Generator<readonly [string]> {
  for (let i = 0; i < rows; i++) {
    const numbers = Array.from(data.subarray(i * cols, (i + 1) * cols), exactNumber);
    yield [`[${numbers.join()}]`];
  }
}

function* list(items: Iterable<Iterable<string>>): Generator<string> {
  let separator = '[';
  for (const item of items) {
    yield separator;
    yield* item;
    separator = ',';
  }
  yield separator === '[' ? '[]' : ']';
}

function* object(value: object): Generator<string> {
  let separator = '{';
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${separator}${JSON.stringify(key)}:`;
    yield* exactJson(member);
    separator = ',';
  }
  yield separator === '{' ? '{}' : '}';
}
