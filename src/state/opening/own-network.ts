import type { Model } from '../../core/model/model';
import type { BatchNorm, Dropout } from '../../core/model/regularisation';
import { broughtFrom } from '../../formats/arrays/brought';
import { type Arrays, networkOf } from '../../formats/arrays/network';
import type { Raw } from '../../formats/meant/raw';
import type { Read } from '../../formats/read';
import { modelOf } from '../choice/model-of';
import { openModel } from './model';
import type { Elsewhere, How, Now, OpenedFile } from './types';

/** Arrays as a network of their own; undefined where they are none, or fit the one that is open. */
export async function ownNetwork(
  from: Arrays,
  name: string,
  now: Now,
  how: How,
  elsewhere?: Elsewhere,
): Promise<Read<OpenedFile> | undefined> {
  const { layers } = now.choice;
  const network = networkOf(from, name, layers);
  if (!network || fitsOpen(network.json, modelOf(now.choice))) return undefined;
  const read = await openModel(network.json, how, elsewhere);
  // What was opened elsewhere is whole.
  return read.ok && !read.value.mine
    ? { ok: true, value: { ...read.value, remarks: [network.remark, ...read.value.remarks] } }
    : read;
}

/**
 * Whether a network that arrays are of has the layers of the model that is open, and as many inputs. Where γ and β are
 * among them, that one has batch norm too, and dropout where D is.
 */
function fitsOpen({ layers, X, parameters }: Raw, model: Model): boolean {
  const theirs = layers as readonly { units?: number; batch_norm?: BatchNorm; dropout?: Dropout }[];
  const inputs = broughtFrom(X)?.shape ?? [];
  const W1 = broughtFrom((parameters as Raw).W1)?.shape ?? [];
  return (
    theirs.map(({ units }) => units).join() === model.layers.map(({ units }) => units).join() &&
    theirs.every(({ batch_norm, dropout }, i) => {
      const open = model.layers[i]!;
      return (!batch_norm || open.batch_norm) && (!dropout || open.dropout);
    }) &&
    inputs.includes(model.X.rows) &&
    W1.includes(model.X.rows)
  );
}
