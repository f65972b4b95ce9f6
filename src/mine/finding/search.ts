import { largestMagnitude, type Matrix } from '../../core/math/matrix';
import type { BufferName } from '../../core/model/names';
import { agreementOf, HOPELESS, usualSpread } from '../agreement';
import { type CauseId, causesAt, stepOf } from '../causes';
import type { Attempt, Cause, Scene } from '../causes/cause';
import type { Lookup, Way } from '../pass';
import { isOneShape, scaled, type Tensor } from '../tensor';
import type { World } from '../world';

/** A wrong computation that gives what they have. */
export interface Match {
  /** The tensor that it is of, where that was not brought: what they have is computed from it. */
  readonly inside?: BufferName;
  readonly id: CauseId;
  readonly cause: Cause;
  readonly scene: Scene;
  readonly attempt: Attempt;
  readonly factor?: number;
}

/** The step that makes a tensor, in a world. */
export function sceneAt(
  name: BufferName,
  world: World,
  mended: readonly BufferName[],
  theirs?: Tensor['matrix'],
): Scene {
  const { model, made } = world.pass;
  const step = made.get(name)!;
  const l = step.node.layer;
  const { of } = world.numbers(0, mended);
  return { name, made: step, model, layer: model.layers[l - 1]!, l, m: model.X.cols, of, theirs };
}

/** So near, as a part of what is allowed, nothing fits by chance. */
const SURE = 0.05;

/** How much better a later cause must fit to be told before an earlier one that fits as far as the digits go. */
const BETTER = 20;

/** Every attempt there is at a step. */
function* attemptsAt(
  scene: Scene,
  isMeant: (id: CauseId) => boolean = () => true,
): Generator<{ id: CauseId; cause: Cause; attempt: Attempt }> {
  for (const [id, cause] of causesAt(stepOf(scene.made)))
    if (isMeant(id)) for (const attempt of cause.tries(scene)) yield { id, cause, attempt };
}

/** The cause that gives a tensor of theirs, out of their own numbers; undefined where none gives every cell. */
export function causeOf(
  tensor: Tensor,
  name: BufferName,
  world: World,
  mended: readonly BufferName[],
  isMeant: (id: CauseId) => boolean = () => true,
): Match | undefined {
  const scene = sceneAt(name, world, mended, tensor.matrix);
  const usual = usualSpread(tensor, scene.made, world, mended);
  const best = (factors: (m: number) => readonly number[], seeing = true): Match | undefined => {
    let found: (Match & { readonly score: number }) | undefined;
    for (const { id, cause, attempt } of attemptsAt(scene, isMeant)) {
      const goneOnce = once(attempt.way);
      for (const factor of factors(scene.m)) {
        const way = times(goneOnce, factor);
        const { score, blind } = agreementOf(tensor, scene.made, way, world, {
          mended,
          usual: seeing ? usual : undefined,
        });
        if (score > 1 || blind === seeing || (found && score * BETTER > found.score)) continue;
        found = { id, cause, scene, attempt, score, ...(factor !== 1 && { factor }) };
        if (score <= SURE) return found;
      }
    }
    return found;
  };
  const seen = best(() => [1]) ?? best((m) => [m, 1 / m, -1, 2, 0.5].filter((x) => x !== 1));
  // Where all cancels, rounding alone is left, which nothing gives cell by cell: that counts only where theirs is about as small.
  const isLeft = largestMagnitude(tensor.matrix) <= HOPELESS * largestMagnitude(usual);
  return seen ?? (isLeft ? best(() => [1], false) : undefined);
}

/** A way that is gone once on the same numbers, however often it is asked for what comes of them. */
function once(way: Way): Way {
  const known = new Map<Lookup, Matrix>();
  return (get) => {
    const made = known.get(get) ?? way(get);
    known.set(get, made);
    return made;
  };
}

const times = (way: Way, factor: number): Way => (factor === 1 ? way : (get) => scaled(way(get), factor));

/**
 * The suppositions on a tensor that was not brought under which another one is what they have; `usual` is how far the cells
 * of that may be off without one.
 */
export function* supposedIn(
  inside: BufferName,
  tensor: Tensor,
  name: BufferName,
  world: World,
  usual: Matrix,
): Generator<Match> {
  const scene = sceneAt(inside, world, []);
  const { m } = scene;
  const common = [m, 1 / m, -1, 2, 0.5, -2];
  const known = Array.from(attemptsAt(scene));
  const right = scene.made.ways[0]!;
  const made = world.pass.made.get(name)!;
  const factors = causesAt(stepOf(scene.made))
    .filter(([id]) => id === 'factor')
    .flatMap(([id, cause]) =>
      common.map((detail) => ({ id, cause, attempt: { detail, way: times(right, detail) } })),
    );
  for (const { id, cause, attempt } of [...known, ...factors]) {
    // What is computed from another shape than it must have breaks off, and brings nobody any further.
    if (!isOneShape(attempt.way(scene.of), scene.of(inside))) continue;
    const supposing = world.assuming([[inside, attempt.way]]);
    const { score, blind } = agreementOf(tensor, made, made.ways[0]!, supposing, { usual });
    if (score <= 1 && !blind) yield { id, cause, scene, attempt, inside };
  }
}
