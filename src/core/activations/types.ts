import type { Matrix } from '../matrix';

/** A place in an activation_cache. */
export type ActivationSlot = 'Z' | 'A' | 'mask' | 'slope';

/**
 * What an activation's backward is given of its cache: which slots hold something, and getters. Touching a
 * getter is what records the read; touching `Z` where none is kept has it recomputed.
 */
export interface ActivationCache {
  readonly held: ReadonlySet<ActivationSlot>;
  readonly Z: Matrix;
  readonly A: Matrix;
  readonly mask: Matrix;
  readonly slope: Matrix;
}

/** A cache whose every getter reads its slot by `read`, and does so only when it is touched. */
export const cacheReadBy = (
  held: ReadonlySet<ActivationSlot>,
  read: (slot: ActivationSlot) => Matrix,
): ActivationCache => ({
  held,
  get Z() {
    return read('Z');
  },
  get A() {
    return read('A');
  },
  get mask() {
    return read('mask');
  },
  get slope() {
    return read('slope');
  },
});

/**
 * What one cell costs on the branch that costs most, as it is where all branches are computed at once: multiplications
 * and divisions; evaluations of exp, log, tanh, sin and their kin.
 */
export interface Cost {
  readonly multiplications: number;
  readonly exponentials: number;
}

/** The cost of so many multiplications and exponentials. */
export const cost = (multiplications: number, exponentials: number): Cost => ({
  multiplications,
  exponentials,
});

/** An activation g with everything that a layer needs of it. `alpha` is its parameter, where it has one. */
export interface Activation {
  /** The parameter's usual value, where there is a parameter. */
  readonly alpha?: number;
  /** The z at which g′ jumps. Central differences say nothing there. */
  readonly kinks: readonly number[];
  /** g and the ways to its derivative in TeX, by the slot that each is worked out from. */
  readonly tex: { readonly g: string; readonly slope: Readonly<Partial<Record<ActivationSlot, string>>> };
  /** What a cell costs: of g, and of dZ by each route, the product with dA included; `course` as the course writes it. */
  readonly cost: Readonly<Partial<Record<ActivationSlot | 'course', Cost>>> & { readonly g: Cost };
  /** A = g(Z), (n, m), stored as Z is. */
  forward(Z: Matrix, alpha: number): Matrix;
  /** The slots from which backward can work out g′, at this alpha. */
  routes(alpha: number): readonly ActivationSlot[];
  /** What a slot other than Z and A is to hold, worked out from Z; undefined where g has no such thing. */
  derive(slot: 'mask' | 'slope', Z: Matrix, alpha: number): Matrix | undefined;
  /** dZ from dA, (n, m), by the cheapest route that the cache allows. */
  backward(cache: ActivationCache, dA: Matrix, alpha: number, fromZ?: 'stable' | 'course'): Matrix;
}

/** From the cheapest to the dearest. Where none is held, Z is asked for all the same, and missed. */
const order: readonly ActivationSlot[] = ['slope', 'mask', 'A', 'Z'];

/** The slot that backward reads: the first in `order` that is both held and a route to g′; else Z. */
export const chooseRoute = (
  routes: readonly ActivationSlot[],
  held: ReadonlySet<ActivationSlot>,
): ActivationSlot => order.find((slot) => routes.includes(slot) && held.has(slot)) ?? 'Z';
