/** A file of one layer with three examples, or with other parts. */
export const smallFile = (parts: Record<string, unknown> = {}) => ({
  format: 'cacheback-model',
  version: 1,
  name: 'small',
  precision: 'float64',
  layers: [{ units: 1, activation: 'sigmoid' }],
  loss: 'binary_cross_entropy',
  X: [
    [0.5, -1, 2],
    [1, 0.25, -3],
  ],
  Y: [[0, 1, 1]],
  init: { scheme: 'xavier', seed: 1 },
  ...parts,
});

/** A file of a network with those layer widths, the first of which is the input's. */
export const networkFile = (name: string, [inputs, ...units]: readonly number[], m: number) =>
  smallFile({
    name,
    precision: 'float32',
    layers: units.map((n, i) => ({ units: n, activation: i === units.length - 1 ? 'sigmoid' : 'relu' })),
    X: Array.from({ length: inputs! }, (_, i) => Array.from({ length: m }, (_, j) => Math.sin(i * m + j))),
    Y: Array.from({ length: units.at(-1)! }, (_, i) => Array.from({ length: m }, (_, j) => (i + j) % 2)),
  });
