import type { Raw } from '../../formats/meant/raw';
import type { Choice } from '../choice/choice';
import type { Expectation } from '../opening/expectations';

/** Arrays that somebody brought to have them checked. */
export interface Mine {
  /** By the names that they came with. */
  readonly arrays: Raw;
  /** The files that they came in. */
  readonly sources: readonly string[];
  /** The tensors that the reader said some of them are, by the names that they came with. */
  readonly chosen: Readonly<Record<string, string>>;
  /** What was read as something else, or passed over, in sentences. */
  readonly remarks: readonly string[];
  /** What the pass was compared with before they came. */
  readonly without: Expectation;
}

/** Those arrays, and the network that was open when they came. */
export interface Held extends Mine {
  readonly to: Choice;
}

/** Adds arrays: a single one joins those that are there, several count as another pass and replace them. */
export function withArrays(
  before: Mine | undefined,
  arrays: Raw,
  source: string,
  without: Expectation,
): Mine {
  const joins = before && Object.keys(arrays).length === 1;
  if (!joins) return { arrays, sources: [source], chosen: {}, remarks: [], without };
  const sources = before.sources.includes(source) ? before.sources : [...before.sources, source];
  return { ...before, arrays: { ...before.arrays, ...arrays }, sources, remarks: [] };
}

/** The arrays once the reader has said which tensor one of them is; `undefined` takes that back. */
export function placed(
  mine: Held | undefined,
  written: string,
  tensor: string | undefined,
): Held | undefined {
  if (!mine) return undefined;
  const others = Object.entries(mine.chosen).filter(([name]) => name !== written);
  return { ...mine, chosen: Object.fromEntries([...others, ...(tensor ? [[written, tensor]] : [])]) };
}
