import '../../data/irises';
import type { Layer } from '../../core/model/model';
import type { Read } from '../../formats/read';
import { type Choice, firstChoice, storedChoice } from './choice';
import { fitting, parsed } from './read';
import { provideReader } from './reader';

/**
 * A choice after an edit, checked as strictly as one from a link. What the edit left alone was checked before, and data can
 * be millions of numbers: so that stays the same object, and only its fit to the rest is checked again.
 */
export function readEdited(choice: Choice, before: Choice): Read<Choice> {
  const { data, layers, tampered } = choice;
  const [placeholder] = firstChoice.layers;
  const read = parsed(
    storedChoice({
      ...choice,
      data: data === before.data ? firstChoice.data : data,
      layers: layers.map((layer) => (before.layers.includes(layer) ? placeholder! : layer)),
      ...(tampered && {
        tampered: tampered.map((change) => (isKnown(change, before) ? noRows(change) : change)),
      }),
    }),
  );
  if (!read.ok) return read;
  const changes = read.value.tampered;
  return fitting({
    ...read.value,
    data: data === before.data ? data : read.value.data,
    layers: layers.map((layer, i) =>
      before.layers.includes(layer) ? layer : withOwn(layer, read.value.layers[i]!),
    ),
    ...(changes && {
      tampered: changes.map(
        (change) => tampered!.find((other) => isKnown(other, before) && isLike(other, change)) ?? change,
      ),
    }),
  });
}

/** A layer as it was read, but with the same `own` object as before, since that is what its activation is registered for. */
const withOwn = ({ own }: Layer, read: Layer): Layer => (own ? { ...read, own } : read);

type Change = NonNullable<Choice['tampered']>[number];

const isKnown = (change: Change, { tampered }: Choice): boolean => tampered?.includes(change) ?? false;

/** A change, without rows if it has some. */
const noRows = (change: Change): Change => ('given' in change ? { ...change, given: [[0]] } : change);

const isLike = (a: Change, b: Change): boolean => 'given' in a && 'given' in b && a.tensor === b.tensor;

provideReader(readEdited);
