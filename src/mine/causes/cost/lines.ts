import type { LossName } from '../../../core/operations/losses';

/** linear_backward, line by line, as the course writes it. */
export const dWLine = 'dW = np.dot(dZ, A_prev.T) / m';
export const dbLine = 'db = np.sum(dZ, axis=1, keepdims=True) / m';
export const dALine = 'dA_prev = np.dot(W.T, dZ)';

/** The cost as the course writes it. */
export const costInNumpy: Readonly<Record<LossName, string>> = {
  binary_cross_entropy: 'cost = -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m',
  categorical_cross_entropy: 'cost = -np.sum(Y * np.log(AL)) / m',
  mean_squared_error: 'cost = np.sum((AL - Y) ** 2) / (2 * m)',
};

/** dA[L] as the course writes it. */
export const gradientInNumpy: Readonly<Record<LossName, string>> = {
  binary_cross_entropy: 'dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))',
  categorical_cross_entropy: 'dAL = -np.divide(Y, AL)',
  mean_squared_error: 'dAL = AL - Y',
};

/** A loss in words: `binary cross entropy`. */
export const words = (loss: string): string => loss.replaceAll('_', ' ');

/** The line of a loss; one whose line is still to come is a function by its name. */
export const lineOf = (lines: Readonly<Record<string, string>>, loss: string, left: string): string =>
  lines[loss] ?? `${left} = ${loss}(AL, Y)`;
