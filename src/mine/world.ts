import { activationOf } from '../core/activations';
import { type Matrix, map } from '../core/math/matrix';
import type { Model } from '../core/model/model';
import { type BufferName, gradientOf, isBits, parseName } from '../core/model/names';
import { type OffBy, shaken } from './finding/shaken';
import { type SpreadAt, spreadsOf } from './finding/spreads';
import type { Lookup, Made, Pass, Way } from './pass';
import type { Format } from './precision';
import type { Room } from './room';
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
}

/** What a world stands on: another one, and what is assumed beside; the first one on room for what is worked out. */
type Ground =
  | {
      readonly room: Room;
      /** What is held against it: where that is of a large pass, how far each may be off is worked out of all at once. */
      readonly judged: ReadonlySet<BufferName>;
    }
  | {
      /** It has the same numbers wherever nothing of this world's own is computed with. */
      readonly base: World;
      /** How tensors came to be that were not brought, where not by the right computation. */
      readonly assumed: ReadonlyMap<BufferName, Way>;
    };

/**
 * The numbers of a pass in which some tensors are theirs: what they brought stands as it is, all else follows from it by
 * the right computations, or by those that are assumed.
 */
export class World {
  private readonly seen = new Map<string, Seen>();
  private readonly room: Room;
  readonly assumed: ReadonlyMap<BufferName, Way>;
  private readonly base: World | undefined;
  /** How far cells may be off, as the first world has it. */
  readonly spreadAt: SpreadAt;
  /** What has other numbers than in the world below it, or may have. */
  private readonly touched: ReadonlySet<BufferName>;

  constructor(
    readonly pass: Pass,
    readonly format: Format,
    readonly theirs: ReadonlyMap<BufferName, Tensor>,
    ground: Ground,
  ) {
    const { room, base, assumed } =
      'base' in ground
        ? { ...ground, room: ground.base.room }
        : { ...ground, base: undefined, assumed: new Map<BufferName, Way>() };
    this.room = room;
    this.assumed = assumed;
    this.base = base;
    const touched = new Set<BufferName>();
    const isOwn = (name: BufferName): boolean =>
      theirs.get(name) !== base?.theirs.get(name) || assumed.get(name) !== base?.assumed.get(name);
    for (const { name, inputs } of pass.made.values())
      if (isOwn(name) || inputs.some((input) => touched.has(input))) touched.add(name);
    this.touched = touched;
    this.spreadAt = 'base' in ground ? ground.base.spreadAt : spreadsOf(this, ground.judged);
  }

  /** The same with some tensors in the place of what the pass has. */
  having(theirs: ReadonlyMap<BufferName, Tensor>): World {
    return this.over(new Map([...this.theirs, ...theirs]), this.assumed);
  }

  /** The same with one more assumption, or some. */
  assuming(ways: Iterable<readonly [BufferName, Way]>): World {
    return this.over(this.theirs, new Map([...this.assumed, ...ways]));
  }

  private over(theirs: World['theirs'], assumed: World['assumed']): World {
    return new World(this.pass, this.format, theirs, { assumed, base: this });
  }

  /** Its numbers; draw 0 is the exact one. What is `mended` is taken as it should be, not as it was brought. */
  numbers(draw: number, mended: readonly BufferName[] = []): Seen {
    const key = `${draw} ${mended.join(' ')}`;
    const seen = this.seen.get(key) ?? this.numbersAnew(draw, mended);
    this.seen.set(key, seen);
    return seen;
  }

  private numbersAnew(draw: number, mended: readonly BufferName[]): Seen {
    const { pass, format, theirs, assumed, touched } = this;
    const { model } = pass;
    const below = this.base?.numbers(draw, mended);
    const kept = this.room.shelf();
    const broughtAs = (name: BufferName) => (mended.includes(name) ? undefined : theirs.get(name));
    /** What is there without being worked out. */
    const there = (name: BufferName): Matrix | undefined => {
      if (name === 'A0') return model.X;
      if (name === 'Y') return model.Y;
      return model.parameters.get(name) ?? broughtAs(name)?.matrix;
    };
    const workOut = (name: BufferName): Matrix => (assumed.get(name) ?? pass.made.get(name)!.ways[0]!)(of);
    const offBy = (name: BufferName): OffBy => {
      const brought = broughtAs(name);
      if (brought) {
        const beside = { matrix: brought.error, part: 1 };
        return { part: format.unit, beside, zeroIsExact: zeroIsExact(name, model) };
      }
      const part = UNITS * format.unit;
      const made = pass.made.get(name);
      const slips = made && slipsBackward(made, of);
      return { part, beside: slips && { matrix: slips, part }, zeroIsExact: false };
    };
    const of: Lookup = (name) => {
      if (below && !touched.has(name)) return below.of(name);
      const matrix = there(name);
      const direction = (pass.made.get(name)?.isForward ?? true) ? 'forward' : 'back';
      if (draw === 0 || name === 'Y' || isBits(parseName(name).kind))
        return matrix ?? kept.of(name, direction, () => workOut(name));
      return kept.of(name, direction, () => shaken(matrix ?? workOut(name), offBy(name), name, draw));
    };
    return { of };
  }
}
