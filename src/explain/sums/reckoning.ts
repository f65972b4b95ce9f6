import { fromRows, type Matrix } from '../../core/math/matrix';
import type { BufferName } from '../../core/model/names';
import type { CellOf } from '../../core/pass/dependence';
import type { Step, Trace } from '../../core/pass/trace';

/** A product of numbers. */
export type Term = readonly number[];

/** A number that a formula takes, by the name it has there. */
export interface Operand {
  readonly name: string;
  readonly value: number;
}

/** How a cell came about: the sum of its terms, less or divided by what the formula takes away or divides by. */
export interface Reckoning {
  readonly terms: readonly Term[];
  readonly minus?: number;
  readonly dividedBy?: number;
  /** What is worked out by a function instead of by products, and what that function was given. */
  readonly of?: {
    readonly name: string;
    readonly operands: readonly Operand[];
    /** g′ by its route: its value, and how it is worked out in TeX where that is more than to read it. */
    readonly value?: number;
    readonly tex?: string;
  };
}

/** How a cell that a step wrote came about. */
export type Reckon = (step: Step, trace: Trace, cell: CellOf) => Reckoning;

/** What a step read or wrote under a name. */
export const matrixIn = ({ reads, writes }: Step, name: BufferName): Matrix =>
  [...reads, ...writes].find((value) => value.name === name)!.matrix;

/** A number as a matrix of one cell, rounded as the model rounds. */
export const one = (value: number, { model }: Trace): Matrix => fromRows([[value]], model.precision);

/** 0, 1, … of so many. */
export const upTo = (count: number): number[] => Array.from({ length: count }, (_, k) => k);

/** The mean over a row of what each of its cells is, as terms to be divided. */
export const meanOf = ({ cols }: Matrix, term: (k: number) => Term): Reckoning => ({
  terms: upTo(cols).map(term),
  dividedBy: cols,
});

/** A number that a function gave as it is. */
export const givenBy = (name: string, value: number, ...operands: readonly Operand[]): Reckoning => ({
  terms: [[value]],
  of: { name, operands },
});
