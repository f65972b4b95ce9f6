import type { Matrix } from '../math/matrix';

/** A place in an activation_cache. */
export type ActivationSlot = 'Z' | 'A' | 'mask' | 'slope';

/** A way to g′: from what a slot holds; from Z also by the form that is accurate at both ends. */
export type Route = ActivationSlot | 'Z_stable';

/** The slot that a route reads. */
export const slotOfRoute = (route: Route): ActivationSlot => (route === 'Z_stable' ? 'Z' : route);

/**
 * What an activation's backward gets of its cache: which slots hold something, and getters. To touch a getter is what
 * records the read; where `Z` was not kept, touching it causes it to be recomputed.
 */
export interface ActivationCache {
  readonly held: ReadonlySet<ActivationSlot>;
  readonly Z: Matrix;
  readonly A: Matrix;
  readonly mask: Matrix;
  readonly slope: Matrix;
}

/**
 * Getters that read their slots. They stand in a class: an object written with getters has a hidden class of its own,
 * which would hold all that a pass has made until the garbage of old objects is collected.
 */
class ReadSlots implements ActivationCache {
  constructor(
    readonly held: ReadonlySet<ActivationSlot>,
    private readonly read: (slot: ActivationSlot) => Matrix,
  ) {}

  get Z() {
    return this.read('Z');
  }

  get A() {
    return this.read('A');
  }

  get mask() {
    return this.read('mask');
  }

  get slope() {
    return this.read('slope');
  }
}

/** A cache whose every getter reads its slot by `read`, and does so only when it is touched. */
export const cacheReadBy = (
  held: ReadonlySet<ActivationSlot>,
  read: (slot: ActivationSlot) => Matrix,
): ActivationCache => new ReadSlots(held, read);

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

/** The Python libraries in which somebody's own activation is written out. */
export const pythonLibraries = ['numpy', 'torch', 'jax'] as const;

export type PythonLibrary = (typeof pythonLibraries)[number];

/** Somebody's own activation as Python expressions in Z; a slope that was given in terms of a is one in A. */
export interface OwnExpressions {
  readonly g: string;
  readonly slopes: { readonly Z: string; readonly A?: string };
}

/** The same in each library. */
export type OwnInPython = Readonly<Record<PythonLibrary, OwnExpressions>> & {
  /** Whether somebody gave its slope, which then may not be what autograd finds. */
  readonly isGiven: boolean;
};

/** An activation g with everything that a layer needs of it. `alpha` is its parameter, where it has one. */
export interface Activation {
  /** The parameter's usual value, where there is a parameter. */
  readonly alpha?: number;
  /** Whether it works on whole columns, so that there is no slope per cell: softmax. */
  readonly mixesColumns?: boolean;
  /** The z at which g′ jumps. Central differences say nothing there. */
  readonly kinks: readonly number[];
  /** g and the ways to its derivative in TeX, by route. */
  readonly tex: { readonly g: string; readonly slope: Readonly<Partial<Record<Route, string>>> };
  /** What a cell costs: of g, and of dZ by each route, the product with dA included. */
  readonly cost: Readonly<Partial<Record<Route, Cost>>> & { readonly g: Cost };
  /** How far g′ differs between correct programs, as a part of g′: some have a constant of it in float32. */
  readonly versions?: number;
  /** How far rounding in float64 can have put g(z) from its true value, where that is known. */
  rounding?(z: number): number;
  /** The same of g′(z). */
  readonly slopeRounding?: ((z: number) => number) | undefined;
  /** The same in Python, where it is somebody's own and Python can express it. */
  readonly inPython?: OwnInPython | undefined;
  /** A = g(Z), (n, m), stored as Z is. */
  forward(Z: Matrix, alpha: number): Matrix;
  /** The ways in which backward can work out g′, at this alpha. */
  routes(alpha: number): readonly Route[];
  /** What a slot other than Z and A is to hold, worked out from Z; undefined where g has no such thing. */
  derive(slot: 'mask' | 'slope', Z: Matrix, alpha: number): Matrix | undefined;
  /** dZ from dA, (n, m), by the route that is wanted, else by the cheapest that the cache allows. */
  backward(cache: ActivationCache, dA: Matrix, alpha: number, wanted?: Route): Matrix;
}

/** From the cheapest to the dearest. Where none is held, Z is asked for all the same, and missed. */
const order: readonly Route[] = ['slope', 'mask', 'A', 'Z'];

/**
 * The route that backward takes: the one that is wanted, where its slot is held; else the first in `order` that is held
 * and leads to g′; else from Z, by the wanted form. Where there is only one form from Z, it is the stable one too.
 */
export function chooseRoute(
  routes: readonly Route[],
  held: ReadonlySet<ActivationSlot>,
  wanted?: Route,
): Route {
  const fromZ = wanted === 'Z_stable' && routes.includes(wanted) ? wanted : 'Z';
  const preferred = wanted && slotOfRoute(wanted) === 'Z' ? fromZ : wanted;
  const allowed = (route: Route) => routes.includes(route) && held.has(slotOfRoute(route));
  if (preferred && allowed(preferred)) return preferred;
  return order.find(allowed) ?? fromZ;
}
