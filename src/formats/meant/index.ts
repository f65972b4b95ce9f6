import { withDefaults } from './defaults';
import { type Examples, type Reading, readingOf } from './examples';
import { tellUnknown, withMembers } from './members';
import { withNames } from './names';
import { isRaw, MOST_NAMED, type Raw } from './raw';
import { withShapes } from './shapes';
import { withSpelling } from './words';

export type { Examples, Reading } from './examples';

/** The members that objects of a model file have. */
export type KnownMembers = Readonly<Record<'file' | 'layer' | 'activation' | 'init', readonly string[]>>;

/** A file as it is meant, with what there is to tell of it. */
interface Meant extends Reading {
  readonly json: unknown;
  readonly remarks: readonly string[];
}

/** Whether there are so many names in a file that to look what each may mean would take seconds. */
const hasTooMany = (json: Raw): boolean =>
  [json, json.parameters, json.expected, json.caches, json.tensors].some(
    (named) => isRaw(named) && Object.keys(named).length > MOST_NAMED,
  );

/**
 * JSON as the model file that it is meant to be: of members, names, spellings and shapes as people write them it makes
 * those that the schema knows, and tells of each. What means nothing here is told of too, and what can't be mended stays
 * as it is, for the schema to refuse. `examples` says how examples stand, where the shapes do not.
 */
export function asMeant(json: unknown, known: KnownMembers, examples?: Examples): Meant {
  const remarks: string[] = [];
  const tell = (sentence: string) => void remarks.push(sentence);
  if (!isRaw(json) || hasTooMany(json)) return { json, remarks, examples: 'columns', isSure: true };
  const traced = withoutTrace(json, tell);
  const spelled = withSpelling(withMembers(traced, tell), tell);
  tellAllUnknown(spelled, known, tell);
  const file = withNames(withDefaults(spelled, tell), tell);
  const reading = readingOf(file);
  const taken = reading.isSure || !examples ? reading : { examples, isSure: false };
  return { json: withShapes(file, taken.examples, tell), remarks, ...taken };
}

/** Tells of the members that mean nothing here, in the file and in what it holds. */
function tellAllUnknown(file: Raw, known: KnownMembers, tell: (sentence: string) => void): void {
  const look = (object: unknown, path: string, kind: keyof KnownMembers) => {
    if (isRaw(object)) tellUnknown(object, path, known[kind], tell);
  };
  look(file, '', 'file');
  look(file.init, 'init.', 'init');
  if (!Array.isArray(file.layers)) return;
  for (const [i, layer] of file.layers.entries()) {
    look(layer, `layers[${i}].`, 'layer');
    if (isRaw(layer)) look(layer.activation, `layers[${i}].activation.`, 'activation');
  }
}

/** The model in a trace file, which expects the tensors that the trace has. */
function withoutTrace(json: Raw, tell: (sentence: string) => void): Raw {
  if (json.format !== 'cacheback-trace' || !isRaw(json.model)) return json;
  tell('This is a trace: its model is opened, and its tensors are what is expected of the pass.');
  return { ...json.model, expected: json.tensors };
}
