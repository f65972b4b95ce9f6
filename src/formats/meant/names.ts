import { isCachedName, isParameterName, isTensorName } from '../../core/model/names';
import { cachesIn } from './caches';
import { isRaw, listed, type Raw } from './raw';
import { named } from './tensor-names';

/** Tensors by the names that our files have for them. */
export function withNames(file: Raw, tell: (sentence: string) => void): Raw {
  const layers = Array.isArray(file.layers) ? file.layers.length : 0;
  const expected = isRaw(file.expected) && namedAs(file.expected, layers, isTensorName, 'expected', tell);
  const parameters = isRaw(file.parameters) && renamedParameters(file.parameters, layers);
  const { caches: _, ...rest } = file;
  return {
    ...(file.caches === undefined ? file : rest),
    ...(expected && { expected }),
    ...(parameters && { parameters }),
    ...namedCaches(file.caches, layers, tell),
  };
}

/** Of some tensors those that mean something here, by name; the others are told of. */
function namedAs(
  tensors: Raw,
  layers: number,
  isMeant: (name: string) => boolean,
  member: string,
  tell: (sentence: string) => void,
): Raw {
  const unclear: string[] = [];
  const found = named(tensors, layers, (written) => unclear.push(written.slice(0, 40)));
  const others = Object.keys(found).filter((name) => !isMeant(name));
  const passedOver = [...unclear, ...others];
  const what = member === 'caches' ? 'nothing that a cache holds' : 'nothing that a pass is compared with';
  if (passedOver.length > 0)
    tell(
      `${member}: ${listed(passedOver)} ${passedOver.length > 1 ? 'are' : 'is'} ${what}, and ${passedOver.length > 1 ? 'were' : 'was'} passed over.`,
    );
  return Object.fromEntries(Object.entries(found).filter(([name]) => isMeant(name)));
}

/** Parameters by their names; what none is stays, for the schema to refuse. */
function renamedParameters(parameters: Raw, layers: number): Raw {
  const others: string[] = [];
  const found = named(parameters, layers, (written) => others.push(written));
  const isAll = Object.keys(found).every((name) => isParameterName(name)) && others.length === 0;
  return isAll ? found : parameters;
}

function namedCaches(caches: unknown, layers: number, tell: (sentence: string) => void): Raw {
  if (caches === undefined) return {};
  const found = cachesIn(caches, layers, (written) =>
    tell(`caches: ${written.slice(0, 40)} is passed over.`),
  );
  if (!found) {
    tell(
      'caches are passed over: expected {"Z1": [[…]], "A1": [[…]]}, or a list with ((A_prev, W, b), Z) for each layer.',
    );
    return {};
  }
  const named = namedAs(found, layers, isCachedName, 'caches', tell);
  return Object.keys(named).length > 0 ? { caches: named } : {};
}
