import type { Random } from './random';

/** Points with the class that each belongs to. */
export interface Labelled {
  /** (m, features), examples as rows: how data is collected. */
  readonly points: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/** A source of examples. */
export interface DataSet {
  readonly label: string;
  readonly features: number;
  readonly classes: number;
  /** The most examples that it has. */
  readonly most: number;
  make(m: number, random: Random): Labelled;
}
