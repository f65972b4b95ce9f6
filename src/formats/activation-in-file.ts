import type * as v from 'valibot';
import { type ActivationName, type Named, ownOf } from '../core/activations';
import type { layersSchema } from './model-schema';

/** The activation of a layer as a file has it: a name of the record, or what somebody wrote. */
type ActivationInFile = v.InferOutput<typeof layersSchema>[number]['activation'];

/** What names the activation of a layer of a file. */
export const named = ({ activation }: { readonly activation: ActivationInFile }): Named => {
  if (typeof activation === 'string') return { activation };
  const { name, formula, slope, slope_from_a: slopeFromA } = activation;
  return { activation: name, ...ownOf({ activation: name, formula, slope, slopeFromA }) };
};

/** The activation of a layer as a file has it: a name, or what somebody wrote. */
export const activationInFile = (layer: Named): ActivationInFile => {
  const own = ownOf(layer);
  // Only names of the record stand by themselves in a model that came about.
  if (!own) return layer.activation as ActivationName;
  const { formula, slope, slopeFromA } = own;
  return {
    name: layer.activation,
    formula,
    ...(slope !== undefined && { slope }),
    ...(slopeFromA !== undefined && { slope_from_a: slopeFromA }),
  };
};
