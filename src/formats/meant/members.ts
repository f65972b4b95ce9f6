import { isRaw, listed, type Raw } from './raw';

/** What people call the tensors that a pass is compared with. */
const expectedNames = ['expected', 'expect', 'expected_values', 'grads', 'gradients', 'right'] as const;

/** Members that say something to people alone. */
const forPeople = [
  'made_by',
  'author',
  'comment',
  'description',
  'note',
  'notes',
  'source',
  'license',
  'url',
];

/** The member under which parameters came, where it is not called so. */
const parametersNames = ['parameters', 'params'] as const;

/** One member in the place of several that mean it: objects are laid together, the first of a name stays. */
function gathered(file: Raw, [member, ...others]: readonly string[], tell: (sentence: string) => void): Raw {
  const found = others.filter((name) => isRaw(file[name]));
  if (found.length === 0 || (file[member!] !== undefined && !isRaw(file[member!]))) return file;
  const rest = Object.entries(file).filter(([name]) => name !== member && !found.includes(name));
  const parts = [...found.toReversed(), member!].flatMap((name) => Object.entries(file[name] ?? {}));
  tell(`${listed(found)} ${found.length > 1 ? 'are' : 'is'} read as ${member}.`);
  return Object.fromEntries([...rest, [member, Object.fromEntries(parts)]]);
}

/** A file whose tensors stand under the members that our files have for them. */
export const withMembers = (file: Raw, tell: (sentence: string) => void): Raw =>
  gathered(gathered(file, expectedNames, tell), parametersNames, tell);

/** Tells of the members of an object that mean nothing here. */
export function tellUnknown(
  object: Raw,
  path: string,
  known: readonly string[],
  tell: (sentence: string) => void,
): void {
  const unknown = Object.keys(object).filter((name) => !known.includes(name) && !forPeople.includes(name));
  if (unknown.length === 0) return;
  const names = unknown.map((name) => `${path}${name.slice(0, LONGEST)}`);
  const [are, they] = unknown.length > 1 ? ['are', 'they were'] : ['is', 'it was'];
  tell(
    `${listed(names)} ${are} not known here, and ${they} passed over; known ${path ? 'there ' : ''}are ${known.join(', ')}.`,
  );
}

/** How long a name is in a sentence. */
const LONGEST = 40;
