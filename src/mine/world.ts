import { activationOf } from '../core/activations';
import { type Matrix, map } from '../core/math/matrix';
import { isGiven, type Model } from '../core/model/model';
import { type BufferName, gradientOf, isBits, parseName } from '../core/model/names';
import { shaken } from './finding/shaken';
import type { Lookup, Made, Pass, Way } from './pass';
import type { Format } from './precision';
import type { Tensor } from './tensor';

/** How many units in the last place a step of theirs may be off by, beside what it sums. */
export const UNITS = 4;

/**
 * What rounding on the way back through an activation is a part of besides the result: dA, since g′ is a difference (1 −
 * tanh², s (1 − s)) whose parts are rounded when they are about 1. Undefined for every other step.
 */
const slipsBackward = ({ part, isForward, node }: Made, get: Lookup): Matrix | undefined =>
  isForward || part.step !== 'activation' ? undefined : get(gradientOf(node.output));

/**
 * What rounding at an activation is a part of besides the result. On the way forward it is 1 + |Z|: e^z − 1, 1 + erf(z/√2)
 * and ln(1 + e^z), as people write them, round what is about 1. Undefined for every other step.
 */
export const slipsOf = (made: Made, get: Lookup): Matrix | undefined =>
  made.isForward && made.part.step === 'activation'
    ? map(get(made.node.input), (z) => 1 + Math.abs(z))
    : slipsBackward(made, get);

/** Whether 0 in a tensor is no small number that was rounded: an A of relu is 0 because its unit is closed. */
function zeroIsExact(name: BufferName, { layers }: Pick<Model, 'layers'>): boolean {
  const { kind, layer: l } = parseName(name);
  const layer = layers[l - 1];
  return kind === 'A' && layer !== undefined && activationOf(layer).routes(layer.alpha).includes('mask');
}

/** The numbers of a world: exactly, or with every number off by as much as it may be. */
interface Seen {
  readonly of: Lookup;
  /** What a tensor would be by its inputs, whatever was brought in its place. */
  readonly derived: Lookup;
}

/**
 * The numbers of a pass in which some tensors are theirs: what they brought stands as it is, all else follows from it by
 * the right computations, or by those that are assumed.
 */
export class World {
  private readonly seen = new Map<string, Seen>();

  constructor(
    readonly pass: Pass,
    readonly format: Format,
    readonly theirs: ReadonlyMap<BufferName, Tensor>,
    /** How tensors came to be that were not brought, where not by the right computation. */
    readonly assumed: ReadonlyMap<BufferName, Way> = new Map(),
  ) {}

  /** The same with one more assumption. */
  assuming(name: BufferName, way: Way): World {
    return new World(this.pass, this.format, this.theirs, new Map([...this.assumed, [name, way]]));
  }

  /** Its numbers; draw 0 is the exact one. What is `mended` is taken as it should be, not as it was brought. */
  numbers(draw: number, mended: readonly BufferName[] = []): Seen {
    const key = `${draw} ${mended.join(' ')}`;
    const seen = this.seen.get(key) ?? this.numbersAnew(draw, new Set(mended));
    this.seen.set(key, seen);
    return seen;
  }

  private numbersAnew(draw: number, mended: ReadonlySet<BufferName>): Seen {
    const { pass, format, theirs, assumed } = this;
    const { model } = pass;
    const rounding = (x: number) => UNITS * format.unit * Math.abs(x);
    const known = new Map<BufferName, Matrix>();
    const knownDerived = new Map<BufferName, Matrix>();
    const once = (map: Map<BufferName, Matrix>, name: BufferName, make: () => Matrix): Matrix => {
      const matrix = map.get(name) ?? make();
      map.set(name, matrix);
      return matrix;
    };
    const moved = (matrix: Matrix, name: BufferName, by: (x: number, k: number) => number) =>
      draw === 0 || name === 'Y' || isBits(parseName(name).kind) ? matrix : shaken(matrix, by, name, draw);
    const derived: Lookup = (name) => once(knownDerived, name, () => pass.made.get(name)!.ways[0]!(of));
    const of: Lookup = (name) =>
      once(known, name, () => {
        if (name === 'A0') return moved(model.X, name, rounding);
        if (name === 'Y') return model.Y;
        if (isGiven(name, model)) return moved(model.parameters.get(name)!, name, rounding);
        const brought = mended.has(name) ? undefined : theirs.get(name);
        if (brought)
          return moved(brought.matrix, name, (x, k) =>
            x === 0 && zeroIsExact(name, model) ? 0 : brought.error.data[k]! + format.unit * Math.abs(x),
          );
        const matrix = assumed.get(name)?.(of) ?? derived(name);
        const slips = draw === 0 ? undefined : slipsBackward(pass.made.get(name)!, of);
        return moved(matrix, name, slips ? (x, k) => rounding(x) + rounding(slips.data[k]!) : rounding);
      });
    return { of, derived };
  }
}
