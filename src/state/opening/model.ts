import { sizesOf } from '../../core/model/model';
import { record } from '../../core/pass/record';
import type { Trace } from '../../core/pass/trace';
import { isTampered } from '../../core/pass/what-if/tamper';
import { type Readings, readModel } from '../../formats/model/model-file';
import type { ModelFile } from '../../formats/model/model-file-schema';
import { rowsOf } from '../../formats/model/rows-schema';
import type { Read } from '../../formats/read';
import { type Choice, choiceOfFile } from '../choice/choice';
import { defineFormulas } from '../choice/formulas';
import { modelOf } from '../choice/model-of';
import { isPassAtOnce } from '../passes/size';
import { tamperingOf } from '../what-if/tampering';
import { agreeing, matricesOf } from './agreement';
import { foreignTo, spokenList, unrelatedIn } from './caches';
import type { Expectation } from './expectations';
import type { Elsewhere, How, OpenedFile } from './types';

/**
 * Opens the JSON of a model file. Anything else, or a formula that can't be read, is answered with a sentence. A few
 * characters can ask for a large pass: with `elsewhere`, such a file is opened there.
 */
export async function openModel(json: unknown, how: How, elsewhere?: Elsewhere): Promise<Read<OpenedFile>> {
  const read = readModel(json, how.examples);
  if (!read.ok) return read;
  const choice = choiceOfFile(read.value);
  if (elsewhere && !isPassAtOnce(choice)) return elsewhere();
  const flaw = await defineFormulas(choice);
  if (flaw) return { ok: false, sentence: flaw };
  const file = { ...read, choice };
  const other = !read.isSure && !how.examples ? otherReading(json, file) : file;
  return { ok: true, value: withCaches(withQuestion(opened(other), other), other.value, how) };
}

type ReadFile = Readings & { readonly value: ModelFile; readonly choice: Choice };

const opened = ({ value, choice, remarks }: ReadFile): OpenedFile => ({
  choice,
  expected: value.expected ?? {},
  remarks,
});

/** Where the shapes fit examples in columns as well as in rows: the reading that agrees with more of what the file expects. */
function otherReading(json: unknown, read: ReadFile): ReadFile {
  const other = readModel(json, read.examples === 'rows' ? 'columns' : 'rows');
  if (!other.ok) return read;
  // Its layers are the same, and what somebody wrote for them is known already.
  const turned = { ...other, choice: { ...choiceOfFile(other.value), layers: read.choice.layers } };
  const matches = ({ choice, value }: ReadFile) =>
    agreeing(passOf(choice), matricesOf(value.expected ?? {})).length;
  return matches(turned) > matches(read) ? turned : read;
}

/** A file with the question whether examples are rows or columns, where neither shapes nor expectations answer it. */
function withQuestion(file: OpenedFile, { examples, isSure, value }: ReadFile): OpenedFile {
  const expected = matricesOf(value.expected ?? {});
  if (isSure || agreeing(passOf(file.choice), expected).length > 0) return file;
  const other = examples === 'rows' ? 'columns' : 'rows';
  const n = value.X.length;
  return {
    ...file,
    remarks: [
      ...file.remarks,
      `X is ${n} by ${n}, which fits both ways: its examples are taken as ${examples}. If they are ${other}, say so.`,
    ],
    offer: { label: `Read examples as ${other}`, how: { examples: other } },
  };
}

/** A file with the caches that it gives in place of those of its pass. */
export function withCaches(file: OpenedFile, { caches }: Pick<ModelFile, 'caches'>, how: How): OpenedFile {
  const trace = passOf(file.choice);
  if (caches) {
    const foreign = foreignTo(trace, caches);
    const names = Object.keys(foreign);
    if (names.length === 0)
      return {
        ...file,
        remarks: [...file.remarks, 'The caches that the file gives are those of this pass.'],
      };
    return put(
      file,
      foreign,
      `${spokenList(names)} stand in the caches as the file gives them, and the way back reads them.`,
    );
  }
  const unrelated = unrelatedIn(trace, file.expected);
  if (!unrelated) return file;
  const { names, isSure } = unrelated;
  const list = spokenList(names);
  const given = Object.fromEntries(names.map((name) => [name, file.expected[name]!]));
  if (isSure || how.caches) {
    const rest = Object.entries(file.expected).filter(([name]) => !names.includes(name));
    return put(
      { ...file, expected: Object.fromEntries(rest) },
      given,
      `${list} are not what any pass over this X gives, but the file’s gradients follow from them. So they have been put into the caches, and the way back reads them.`,
    );
  }
  return {
    ...file,
    remarks: [
      ...file.remarks,
      `${list} are not what this pass computes, but more of the file’s gradients follow from them. Are they the caches of a test?`,
    ],
    offer: { label: 'Put them into the caches', how: { caches: true } },
  };
}

/** A file with tensors put into the caches, as if by hand; where no cache keeps them, it says so. */
function put(file: OpenedFile, tensors: Expectation['tensors'], sentence: string): OpenedFile {
  const tampered = Object.entries(tensors).map(([tensor, value]) => ({ tensor, given: rowsOf(value) }));
  const choice: Choice = { ...file.choice, tampered };
  const isHeld = isTampered(passOf(choice));
  const remark = isHeld ? sentence : `${sentence} But no cache keeps them under these keep rules.`;
  return { ...file, choice, remarks: [...file.remarks, remark] };
}

/** The pass of a choice, its caches changed as it says; nothing remembers it. */
function passOf(choice: Choice): Trace {
  const model = modelOf(choice);
  return record(model, undefined, tamperingOf(choice.tampered ?? [], sizesOf(model)));
}
