import * as v from 'valibot';
import { dataSets } from '../../data/sets';
import { tooLarge, tooLong } from '../../formats/limits';
import { type Read, refused } from '../../formats/read';
import { complaint } from '../../formats/sentence';
import { type Choice, isOpened, layersOf, outputsOf, sizesOfChoice } from './choice';
import { choiceSchema, type Opened } from './schema';

/** A choice from a link, checked as strictly as a file. */
export function readChoice(value: unknown): Read<Choice> {
  const read = parsed(value);
  return read.ok ? fitting(read.value) : read;
}

/** A choice whose parts are each what they should be. */
export function parsed(value: unknown): Read<Choice> {
  const result = v.safeParse(choiceSchema, value, { abortEarly: true });
  if (!result.success) return refused(complaint(result.issues));
  const { output, ...stored } = result.output;
  return {
    ok: true,
    value: { ...stored, ...(output === 'fused' && { output }), layers: layersOf(stored.layers) },
  };
}

/** A choice whose parts fit each other, and that is not too large. */
export function fitting(choice: Choice): Read<Choice> {
  const sizes = sizesOfChoice(choice);
  const flaw = tooLarge(sizes) ?? tooLong(choice.layers, sizes) ?? misfit(choice);
  return flaw ? refused(flaw) : { ok: true, value: choice };
}

function misfit(choice: Choice): string | undefined {
  const { data, layers } = choice;
  const { units } = layers[layers.length - 1]!;
  const outputs = outputsOf(choice);
  if (units !== outputs)
    return `units of the last layer: expected ${outputs}, to fit the labels, but found ${units}.`;
  if (isOpened(data)) return misfitOf(data);
  const { label, most } = dataSets[data.set];
  return data.m > most
    ? `m: expected at most ${most}, since ${label} has no more, but found ${data.m}.`
    : undefined;
}

function misfitOf({ X, Y }: Opened): string | undefined {
  const [m, found] = [X[0]!.length, Y[0]!.length];
  return found === m ? undefined : `Y: expected ${m} columns, as many as X has, but found ${found}.`;
}
