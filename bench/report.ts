import type { Scaled } from './scale';

type Ratios = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Rows of cells as Markdown; the first is the head. */
const table = (rows: readonly (readonly string[])[]): string =>
  rows
    .flatMap((row, i) => [row, ...(i === 0 ? [row.map(() => '---')] : [])])
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const digits = (ratio: number): string => (ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(2));

/** A column for each case, and a row for each peer: how many times as long the peer takes. */
function peers(ratios: Ratios): string {
  const cases = Object.keys(ratios);
  const names = [...new Set(cases.flatMap((of) => Object.keys(ratios[of]!)))];
  const cell = (name: string, of: string) => {
    const ratio = ratios[of]![name];
    return ratio === undefined ? '' : digits(ratio);
  };
  return table([['', ...cases], ...names.map((name) => [name, ...cases.map((of) => cell(name, of))])]);
}

export const productTable = (ratios: Ratios): string => `## The matrix product

How many times as long others take for it, in float32 and on one thread: above 1 we are faster.

${peers(ratios)}`;

export const passTable = (ratios: Ratios): string => `## A whole pass

Forward and backward. Ours records every access, and keeps every value; the others work out dW and db alone. By hand
means as someone writes it who wants it fast, with dZ[L] = A[L] − Y at once.

${peers(ratios)}`;

const inMB = (bytes: number): string => `${(bytes / 1e6).toPrecision(2)} MB`;

export const scaleTable = (scaled: readonly Scaled[]): string => `## How it grows

Equal layers of relu in float32. The limit is what the pass's products alone would take at the pace of the kernel on
128 × 128 × 128, which stays in the caches; the memory is that of all values of a trace.

${table([
  ['width', 'depth', 'm', 'parameters', 'a pass, times the limit', 'values of a trace'],
  ...scaled.map(({ width, depth, m, parameters, overLimit, bytes }) => [
    String(width),
    String(depth),
    String(m),
    parameters.toLocaleString('en'),
    digits(overLimit),
    inMB(bytes),
  ]),
])}`;

/** The whole page. */
export const report = (parts: readonly string[]): string =>
  `${[
    '# Performance',
    `Written by \`npm run bench\`. All of it are ratios of medians of measurements in turns, taken in one run on one machine:
what takes how many milliseconds says more of the machine. What the page itself does at an edit and
at a step is measured by \`npm run bench:page\`, also against another build.`,
    ...parts,
  ].join('\n\n')}\n`;
