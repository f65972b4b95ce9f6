import type * as v from 'valibot';
import type { ActivationName, Named } from '../../core/activations';
import type { layerSchema } from './model-schema';

type LayerInFile = v.InferOutput<typeof layerSchema>;

/** What names the activation of a layer of a file. */
export const named = ({ activation }: Pick<LayerInFile, 'activation'>): Named => {
  if (typeof activation === 'string') return { activation };
  const { name, formula, slope, slope_from_a: slopeFromA } = activation;
  const slopes = { ...(slope !== undefined && { slope }), ...(slopeFromA !== undefined && { slopeFromA }) };
  return { activation: name, own: { formula, ...slopes } };
};

/** The activation of a layer as a file has it: a name, or what somebody wrote. */
export const activationInFile = ({ activation, own }: Named): LayerInFile['activation'] => {
  // Only names of the record stand by themselves in a model that came about.
  if (!own) return activation as ActivationName;
  const { formula, slope, slopeFromA } = own;
  return {
    name: activation,
    formula,
    ...(slope !== undefined && { slope }),
    ...(slopeFromA !== undefined && { slope_from_a: slopeFromA }),
  };
};
