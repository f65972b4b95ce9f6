import type { BufferName } from '../core/model/names';
import { agrees, usualSpread } from './agreement';
import type { CauseId } from './causes';
import type { Count } from './count';
import { byOtherWay, missingBefore } from './finding/missing';
import { causeOf, type Match, supposedIn } from './finding/search';
import { allBefore, sourcesOf } from './finding/sources';
import type { Made, Pass, Way } from './pass';
import type { Row } from './report';
import { isOneShape, type Tensor } from './tensor';
import type { TensorOutcome } from './tensor-outcome';
import type { World } from './world';

/** A pass of theirs, in one convention. */
export class TheirPass {
  private readonly outcomes = new Map<BufferName, TensorOutcome>();
  world: World;

  constructor(
    readonly pass: Pass,
    readonly right: World,
    readonly theirs: ReadonlyMap<BufferName, Tensor>,
  ) {
    // What has another shape than it must have is compared, and nothing is computed from it.
    const fits = ([name, { matrix }]: readonly [BufferName, Tensor]) =>
      isOneShape(matrix, right.numbers(0).of(name));
    this.world = right.having(new Map([...theirs].filter(fits)));
  }

  /**
   * The tensors that are mended for one that is computed from them, in turn: what was done to an array after others were
   * computed from it goes no further.
   */
  private mendings(made: Made): readonly (readonly BufferName[])[] {
    const asides = [...this.outcomes.values()].filter(({ isAside }) => isAside);
    if (asides.length === 0) return [[]];
    const before = allBefore(made, this.pass);
    const wrong = asides.map(({ made: { name } }) => name).filter((name) => before.has(name));
    const alone = wrong.slice(-MOST_ALONE).map((name) => [name]);
    return [[], ...alone, ...(wrong.length > 1 ? [wrong] : [])];
  }

  /** The verdict of one tensor, without a cause. */
  private verdictOf(made: Made, theirs: Tensor | undefined, world: World): Row['verdict'] {
    if (!theirs) return 'missing';
    const isGivenHere = this.right.theirs.has(made.name);
    const rightWays: readonly Way[] = isGivenHere ? [(get) => get(made.name)] : made.ways;
    if (rightWays.some((way) => agrees(theirs, made, way, this.right))) return 'agrees';
    const follows = this.mendings(made).some((mended) =>
      made.ways.some((way) => agrees(theirs, made, way, world, mended)),
    );
    return follows ? 'follows' : 'mistake';
  }

  /** The same, where what was not brought may have been made by any right way; by which one is remembered. */
  private verdictByAnyWay(made: Made, theirs: Tensor | undefined): Row['verdict'] {
    const verdict = this.verdictOf(made, theirs, this.world);
    const other =
      verdict === 'mistake'
        ? byOtherWay(theirs!, made, missingBefore(made.name, this.pass, this.theirs, this.world), this.world)
        : undefined;
    if (!other) return verdict;
    this.world = other;
    return 'follows';
  }

  /** How many tensors from one on are no mistake only if a supposition holds. */
  private mistakesAfter(names: readonly BufferName[], world: World): number {
    let count = 0;
    for (const name of names)
      if (this.verdictOf(this.pass.made.get(name)!, this.theirs.get(name), world) === 'mistake') count++;
    return count;
  }

  /** How many mistakes there are, and how many tensors that follow from them; causes are not asked for. */
  count(): Count {
    for (const made of this.pass.made.values()) this.judge(made, false, []);
    const of = (wanted: Row['verdict']) =>
      [...this.outcomes.values()].filter(({ verdict }) => verdict === wanted).length;
    return { mistakes: of('mistake'), follow: of('follows') };
  }

  /** Whether none of some tensors is a mistake. */
  areRight(names: readonly BufferName[]): boolean {
    this.count();
    return names.every((name) => this.outcomes.get(name)!.verdict !== 'mistake');
  }

  /** Judges every tensor, and looks for the cause of each mistake. */
  run(): readonly TensorOutcome[] {
    this.outcomes.clear();
    const names = [...this.pass.made.keys()];
    for (const [i, name] of names.entries()) this.judge(this.pass.made.get(name)!, true, names.slice(i + 1));
    return [...this.outcomes.values()];
  }

  private judge(made: Made, withCause: boolean, after: readonly BufferName[]): void {
    const { name } = made;
    const theirs = this.theirs.get(name);
    const verdict = this.verdictByAnyWay(made, theirs);
    const from = verdict === 'agrees' ? [] : sourcesOf(made, this.outcomes);
    const isWrong = verdict === 'mistake';
    const match = isWrong && withCause ? this.causeAt(made, theirs!, after) : undefined;
    if (match?.inside) this.world = this.world.assuming([[match.inside, match.attempt.way]]);
    const isAside = isWrong && this.wentWrongAside(name, theirs!, withCause, match);
    this.outcomes.set(name, { made, theirs, verdict, match, from, isAside });
  }

  private causeAt(made: Made, theirs: Tensor, after: readonly BufferName[]): Match | undefined {
    const { name } = made;
    let direct: Match | undefined;
    for (const mended of this.mendings(made)) direct ??= causeOf(theirs, name, this.world, mended);
    const inside = missingBefore(name, this.pass, this.theirs, this.world);
    // No supposition gives an array of another shape.
    if (inside.length === 0 || !this.world.theirs.has(name)) return direct;
    const usual = usualSpread(theirs, made, this.world);
    let least = direct ? this.mistakesAfter(after, this.world) : Infinity;
    let best: Match | undefined = direct;
    let left = MOST_SUPPOSED;
    for (const missing of inside)
      for (const supposed of supposedIn(missing, theirs, name, this.world, usual)) {
        if (left-- <= 0) return best;
        const mistakes = this.mistakesAfter(after, this.world.assuming([[missing, supposed.attempt.way]]));
        if (mistakes >= least) continue;
        [least, best] = [mistakes, supposed];
        if (mistakes === 0) return best;
      }
    return best;
  }

  /** Whether a tensor was changed once it was made: in place, or turned; or nobody knows how. */
  private wentWrongAside(name: BufferName, theirs: Tensor, known: boolean, match?: Match): boolean {
    if (known) return match === undefined || aside.has(match.id);
    return causeOf(theirs, name, this.world, [], (id) => aside.has(id)) !== undefined;
  }
}

/** What is done to an array and not to what is computed from it. */
export const aside: ReadonlySet<CauseId> = new Set(['overwritten', 'transposed'] as const);

/** How many mistakes are mended one by one. */
const MOST_ALONE = 3;

/** How many suppositions that fit are followed to the end of the pass. */
const MOST_SUPPOSED = 12;
