import { fromRows, type Matrix } from '../../core/math/matrix';
import type { BufferName } from '../../core/model/names';
import type { CellOf } from '../../core/pass/dependence';
import type { Step, Trace } from '../../core/pass/trace';

/** A product of numbers. */
export type Term = readonly number[];

/** A number that goes into a formula, by its name there. */
export interface Operand {
  readonly name: string;
  readonly value: number;
}

/** How a cell came about: the sum of its terms, less `minus`, over `dividedBy`. */
export interface Reckoning {
  readonly terms: readonly Term[];
  readonly minus?: number;
  readonly dividedBy?: number;
  /** A function that gave the number, where it is no sum of products, and what went into it. */
  readonly of?: {
    readonly name: string;
    readonly operands: readonly Operand[];
    /** For g′: its value, and its formula in TeX where it is more than a number that was kept. */
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

/** The mean over the cells of a row, as terms to be divided. */
export const meanOf = ({ cols }: Matrix, term: (k: number) => Term): Reckoning => ({
  terms: upTo(cols).map(term),
  dividedBy: cols,
});

/** A number as a function gave it. */
export const givenBy = (name: string, value: number, ...operands: readonly Operand[]): Reckoning => ({
  terms: [[value]],
  of: { name, operands },
});
