import { roundedTo } from '../core/checks/digits';
import { type Matrix, map } from '../core/math/matrix';
import { isGiven, type Model, sizesOf } from '../core/model/model';
import { type BufferName, isKeptOnly, parseName } from '../core/model/names';
import { agrees } from './agreement';
import type { CauseId } from './causes';
import { asHere, type Convention, conventionsFor, isOfCost } from './conventions';
import { type Made, type Pass, passOf, type Way } from './pass';
import { type Format, formatOf } from './precision';
import type { Report, Row } from './report';
import { type Reproduced, reproduced } from './reproduced';
import { causeOf, type Match, supposedIn } from './search';
import { conventionRemarks, foundOf, remarkOn } from './telling';
import { type Brought, isOneShape, scaled, type Tensor } from './tensor';
import { World } from './world';

/** What came of one tensor, before it is put into words. */
interface Judged {
  readonly made: Made;
  readonly theirs: Tensor | undefined;
  readonly verdict: Row['verdict'];
  readonly match?: Match | undefined;
  readonly from: readonly BufferName[];
  /** Whether others may have been made of the tensor before it went wrong. */
  readonly isAside: boolean;
}

/** How much is wrong, in one convention. */
interface Count {
  readonly mistakes: number;
  readonly follow: number;
}

/** Whether less is wrong: fewer mistakes, or as many from which less follows. */
const isLess = (a: Count, b: Count): boolean =>
  a.mistakes < b.mistakes || (a.mistakes === b.mistakes && a.follow < b.follow);

/** A pass of theirs, in one convention. */
class Judging {
  private readonly judged = new Map<BufferName, Judged>();
  world: World;

  constructor(
    readonly pass: Pass,
    readonly right: World,
    readonly theirs: ReadonlyMap<BufferName, Tensor>,
    format: Format,
  ) {
    // What has another shape than it must have is compared, and nothing is made of it.
    const fits = ([name, { matrix }]: readonly [BufferName, Tensor]) =>
      isOneShape(matrix, right.look(0).of(name));
    this.world = new World(pass, format, new Map([...right.theirs, ...[...theirs].filter(fits)]));
  }

  /** The tensors that are mended, in turn: what was done to an array after others were made of it goes no further. */
  private mendings(): readonly (readonly BufferName[])[] {
    const wrong = [...this.judged.values()].filter(({ isAside }) => isAside).map(({ made }) => made.name);
    const alone = wrong.slice(-MOST_ALONE).map((name) => [name]);
    return [[], ...alone, ...(wrong.length > 1 ? [wrong] : [])];
  }

  /** The verdict of one tensor, without a cause. */
  private verdictOf(made: Made, theirs: Tensor | undefined, world: World): Row['verdict'] {
    if (!theirs) return 'missing';
    const isGivenHere = this.right.theirs.has(made.name);
    const rightWays: readonly Way[] = isGivenHere ? [(look) => look(made.name)] : made.ways;
    if (rightWays.some((way) => agrees(theirs, made, way, this.right))) return 'agrees';
    const follows = this.mendings().some((mended) =>
      made.ways.some((way) => agrees(theirs, made, way, world, mended)),
    );
    return follows ? 'follows' : 'mistake';
  }

  /** The mistakes that a tensor follows from: the nearest that its inputs have, through what was not brought too. */
  private sourcesOf({ inputs, name }: Made): BufferName[] {
    const found = new Set<BufferName>();
    const look = (input: BufferName) => {
      const before = this.judged.get(input);
      const supposed = [...this.judged.values()].find(({ match }) => match?.inside === input);
      if (before?.verdict === 'mistake') found.add(input);
      else if (supposed) found.add(supposed.made.name);
      else for (const from of before?.from ?? []) found.add(from);
    };
    for (const input of inputs) look(input);
    found.delete(name);
    return [...found];
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
      [...this.judged.values()].filter(({ verdict }) => verdict === wanted).length;
    return { mistakes: of('mistake'), follow: of('follows') };
  }

  /** Whether none of some tensors is a mistake. */
  areRight(names: readonly BufferName[]): boolean {
    this.count();
    return names.every((name) => this.judged.get(name)!.verdict !== 'mistake');
  }

  /** Judges every tensor, and looks for the cause of each mistake. */
  run(): readonly Judged[] {
    this.judged.clear();
    const names = [...this.pass.made.keys()];
    for (const [i, name] of names.entries()) this.judge(this.pass.made.get(name)!, true, names.slice(i + 1));
    return [...this.judged.values()];
  }

  private judge(made: Made, withCause: boolean, after: readonly BufferName[]): void {
    const { name } = made;
    const theirs = this.theirs.get(name);
    const verdict = this.verdictOf(made, theirs, this.world);
    const from = verdict === 'agrees' ? [] : this.sourcesOf(made);
    const isWrong = verdict === 'mistake';
    const match = isWrong && withCause ? this.causeAt(made, theirs!, after) : undefined;
    if (match?.inside) this.world = this.world.assuming(match.inside, match.attempt.way);
    const isAside = isWrong && this.wentWrongAside(name, theirs!, withCause, match);
    this.judged.set(name, { made, theirs, verdict, match, from, isAside });
  }

  private causeAt({ name }: Made, theirs: Tensor, after: readonly BufferName[]): Match | undefined {
    let direct: Match | undefined;
    for (const mended of this.mendings()) direct ??= causeOf(theirs, name, this.world, mended);
    const inside = this.missingBefore(name);
    // No supposition gives an array of another shape.
    if (inside.length === 0 || !this.world.theirs.has(name)) return direct;
    let least = direct ? this.mistakesAfter(after, this.world) : Infinity;
    let best: Match | undefined = direct;
    let left = MOST_SUPPOSED;
    for (const missing of inside)
      for (const supposed of supposedIn(missing, theirs, name, this.world)) {
        if (left-- <= 0) return best;
        const mistakes = this.mistakesAfter(after, this.world.assuming(missing, supposed.attempt.way));
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

  /** What a tensor is made of that was not brought, through what else was not, the nearest first. */
  private missingBefore(name: BufferName): BufferName[] {
    const found = new Set<BufferName>();
    const look = (made: Made) => {
      const missing = made.inputs.filter((input) => !this.theirs.has(input) && !found.has(input));
      for (const input of missing) found.add(input);
      for (const input of missing) look(this.pass.made.get(input)!);
    };
    look(this.pass.made.get(name)!);
    return [...found].filter((input) => !this.world.assumed.has(input) && !isKeptOnly(parseName(input).kind));
  }
}

/** What is done to an array and not to what is made of it. */
const aside: ReadonlySet<CauseId> = new Set(['overwritten', 'transposed'] as const);

/** How many mistakes are mended one by one. */
const MOST_ALONE = 3;

/** How many suppositions that fit are followed to the end of the pass. */
const MOST_SUPPOSED = 12;

/** Whether a tensor is one that a report has a row for: what stands in caches alone has none. */
const isReported = (name: BufferName): boolean => !isKeptOnly(parseName(name).kind);

/**
 * Judges what somebody brought of a pass over a model: every tensor against the right pass, and against what their own
 * inputs of its step give. Names are those of our files; what is no tensor of the pass is passed over. `instead` stands in
 * the place of what the way forward computes, as the caches of a test do.
 */
export function judge(
  model: Model,
  brought: ReadonlyMap<BufferName, Brought>,
  instead: ReadonlyMap<BufferName, Matrix> = new Map(),
): Report {
  const pass = passOf(model);
  const sizes = sizesOf(pass.model);
  const own = new Map([...brought].filter(([name]) => pass.made.has(name) && isReported(name)));
  const format = formatOf(own.values());
  const right = new World(
    pass,
    format,
    new Map(Array.from(instead, ([name, matrix]) => [name, { matrix, error: map(matrix, () => 0) }])),
  );
  const errors = roundedTo(new Map(Array.from(own, ([name, array]) => [name, flat(array)])));
  const judging = (convention: Convention) =>
    new Judging(
      pass,
      right,
      new Map(
        Array.from(own, ([name, array]) => [name, asHere(name, array, errors(name), convention, sizes)]),
      ),
      format,
    );
  const convention = likeliest(conventionsFor(own, sizes), judging, own);
  const judged = judging(convention);
  const all = judged.run();
  const run = reproduced(right, judged.theirs, wrongWays(all, right));
  const rows = all.filter(({ made, theirs }) => isReported(made.name) && (theirs || isOfPass(made, pass)));
  return {
    convention,
    format: format.name,
    remarks: conventionRemarks(convention, format, own, sizes),
    rows: rows.map((row) => rowOf(row, judged, run)),
  };
}

/** A brought array as one row of numbers, to look at its digits. */
const flat = ({ data }: Brought): Matrix => ({ rows: 1, cols: data.length, type: 'float64', data });

/** Whether the pass itself makes a tensor; dA[0] is made only by those who compute it. */
const isOfPass = ({ name, part, node }: Made, _: Pass): boolean =>
  !isGiven(name, { parameters: new Map() }) && (part.isPartOf?.(node) ?? true);

/** So many tensors at least tell that the cost is a sum; one more where the cost itself was not brought. */
const ENOUGH = 3;

/** The convention in which there are the fewest mistakes; of several the plainest. */
function likeliest(
  conventions: readonly Convention[],
  judging: (convention: Convention) => Judging,
  own: ReadonlyMap<BufferName, Brought>,
): Convention {
  const [first, ...others] = conventions;
  let best = first!;
  if (others.length === 0) return best;
  const ofCost = [...own.keys()].filter((name) => isOfCost(parseName(name).kind));
  const canBeSum = ofCost.length >= ENOUGH + Number(!own.has('cost'));
  let least = judging(best).count();
  for (const convention of others) {
    if (least.mistakes === 0) break;
    const isSum = convention.cost === 'sum';
    // A sum is one throughout: where not all of these are, those that are sums are mistakes.
    if (isSum && (!canBeSum || !judging(convention).areRight(ofCost))) continue;
    const count = judging(convention).count();
    if (isLess(count, least)) [best, least] = [convention, count];
  }
  return best;
}

/** The wrong computations that were found, by what they are of; shapes that fit nothing further go no further. */
function wrongWays(rows: readonly Judged[], right: World): Map<BufferName, Way> {
  const ways = new Map<BufferName, Way>();
  for (const { made, match } of rows) {
    if (!match || aside.has(match.id)) continue;
    const { attempt, factor = 1, inside = made.name } = match;
    const way: Way = factor === 1 ? attempt.way : (look) => scaled(attempt.way(look), factor);
    if (isOneShape(way(right.look(0).of), right.look(0).of(inside))) ways.set(inside, way);
  }
  return ways;
}

function rowOf(
  { made, theirs, verdict, match, from }: Judged,
  judging: Judging,
  { values, same }: Reproduced,
): Row {
  const { name } = made;
  const own = made.ways[0]!(judging.world.look(0).of);
  const found = match && foundOf(match, theirs!.matrix);
  const isUnknown = verdict === 'mistake' && !found;
  return {
    tensor: name,
    verdict,
    from,
    theirs: theirs?.matrix,
    own,
    right: judging.right.look(0).of(name),
    withMistakes: values.get(name)!,
    isReproduced: same.has(name) || (match !== undefined && aside.has(match.id)),
    found,
    remark: isUnknown ? remarkOn(name, theirs!.matrix, own) : undefined,
  };
}
