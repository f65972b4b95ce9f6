import * as v from 'valibot';
import { packLink, unpackLink } from '../../formats/link';
import { nameSchema } from '../../formats/model/model-schema';
import type { Read } from '../../formats/read';
import { type Choice, firstChoice, isOpened, storedChoice } from '../choice/choice';
import { withFittingMasks } from '../choice/given-masks';
import { readChoice } from '../choice/read';
import { learningIn, predictsIn, writeLearning } from '../learning/learning';
import { type Position, readPosition, writePosition } from '../position';
import { firstSight } from '../shown/first-sight';
import { type PanelName, writeHidden } from '../shown/panels';
import { opening, readView, type Shown, writeView } from '../shown/view';

/** A choice as a link holds it, and whether that is all of it, or all but the opened data. */
interface PackedChoice {
  readonly link: string;
  readonly whole: boolean;
}

const packed = new WeakMap<Choice, PackedChoice>();

/** Opened data that is too long for a link by itself, by its X, with the first of the parameters that it was tried with. */
const tooLong = new WeakMap<object, { readonly first: unknown }>();

/**
 * What a whole choice packs to; undefined where that is too long. An edit leaves the data alone, and packing much is
 * slow: data that was too long by itself is not packed again.
 */
function packWhole(choice: Choice): string | undefined {
  const { data } = choice;
  if (!isOpened(data)) return packLink(storedChoice(choice));
  const first = data.parameters?.W1;
  if (tooLong.get(data.X)?.first === first && tooLong.has(data.X)) return undefined;
  const link = packLink(storedChoice(choice));
  if (link === undefined && packLink(data) === undefined) tooLong.set(data.X, { first });
  return link;
}

function pack(choice: Choice): PackedChoice {
  const known = packed.get(choice);
  if (known) return known;
  const whole = packWhole(choice);
  // Without the data and the caches of a file, sixty-four layers, changes by hand and a short name are left, which always fit.
  const result = whole
    ? { link: whole, whole: true }
    : { link: packLink(withoutData(choice))!, whole: false };
  packed.set(choice, result);
  return result;
}

/** A choice with the name of its data in place of the data, and without what a file put into its caches. */
function withoutData(choice: Choice) {
  const { tampered = [], ...rest } = storedChoice(choice);
  const changes = tampered.filter((change) => !('given' in change));
  return {
    ...rest,
    data: isOpened(choice.data) ? { leftOut: choice.data.name } : choice.data,
    ...(changes.length > 0 && { tampered: changes }),
  };
}

const withoutDataSchema = v.object({ data: v.object({ leftOut: nameSchema }) });

/** The part of the address behind # for a choice at a position in a view, of which some panels are folded away. */
export function linkOf(
  choice: Choice,
  position: Position,
  shown: Shown = opening,
  hidden: readonly PanelName[] = [],
): { hash: string; whole: boolean } {
  const { link, whole } = pack(choice);
  const { learning, predicting } = shown;
  const view = writeView(shown);
  const parts = [
    link,
    writePosition(position),
    ...(view ? [view] : []),
    ...writeLearning(learning),
    ...(predicting ? ['predict'] : []),
    ...writeHidden(hidden),
  ];
  return { hash: `#${parts.join('/')}`, whole };
}

/** The view that the part of an address behind # holds. */
export function viewIn(hash: string): Shown {
  const shown = readView(hash.split('/')[2]);
  const learning = learningIn(hash);
  // A short link to the list names no model.
  const view = learning.lesson === undefined && hash !== '#learn' ? shown.view : 'learn';
  return { ...shown, view, learning, predicting: predictsIn(hash) };
}

/** The position that the part of an address behind # holds; the start where it holds none. */
export const positionIn = (hash: string): Position => readPosition(hash.split('/')[1]);

/** What there is to show for a link; where it can't be read, a sentence and the first model. */
interface Linked {
  readonly choice: Choice;
  readonly position: Position;
  readonly notice?: string;
  /** What is not shown as the link has it, in a sentence. */
  readonly remark?: string;
  /** Whether it goes with a file that is to be opened first, and so has to stay in the address. */
  readonly waitsForFile?: boolean;
}

/** Whether what stands in the place of a model is another part of a link, such as a lesson's name. */
const isPart = (text: string): boolean => /^(?:[a-z]+=|predict\b|learn\b)/.test(text);

/** What the part of an address behind # holds. Nothing stands for the first model, where relu reads its cache. */
export function readLink(hash: string): Linked {
  const [link = ''] = hash.slice(1).split('/');
  if (link === '' || isPart(link)) return { choice: firstChoice, position: firstSight };
  const unpacked = unpackLink(link);
  if (!unpacked.ok) return instead(unpacked.sentence);
  if (v.is(withoutDataSchema, unpacked.value))
    return {
      ...instead(
        `This link goes with the file ${unpacked.value.data.leftOut}, which was too large for it. Open the file to see its model.`,
      ),
      waitsForFile: true,
    };
  const read = readChoice(unpacked.value);
  if (!read.ok) return instead(`This link is damaged. ${read.sentence}`);
  const { choice, sentence } = withFittingMasks(read.value);
  return { choice, position: positionIn(hash), ...(sentence !== undefined && { remark: sentence }) };
}

/**
 * What a link without its data has, with the data that an opened file brings: a choice at the link's step. Undefined where
 * the link is none of those, or goes with another file.
 */
export function rejoined(hash: string, { data }: Choice): Read<Linked> | undefined {
  const unpacked = unpackLink(hash.slice(1).split('/')[0]!);
  if (!unpacked.ok || !v.is(withoutDataSchema, unpacked.value)) return undefined;
  if (!isOpened(data) || unpacked.value.data.leftOut !== data.name) return undefined;
  const read = readChoice({ ...unpacked.value, data });
  if (!read.ok) return read;
  const { choice, sentence } = withFittingMasks({ ...read.value, data });
  return {
    ok: true,
    value: { choice, position: positionIn(hash), ...(sentence !== undefined && { remark: sentence }) },
  };
}

const instead = (notice: string): Linked => ({ choice: firstChoice, position: 'start', notice });
