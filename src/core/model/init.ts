/** How weights are drawn: the standard deviation for a layer with that many inputs. Biases start at 0. */
export const initSchemes = {
  /** He et al. (2015), for relu and its kin. */
  he: (inputs: number) => Math.sqrt(2 / inputs),
  /** Glorot & Bengio (2010), as the course writes it. */
  xavier: (inputs: number) => Math.sqrt(1 / inputs),
  zeros: () => 0,
} satisfies Record<string, (inputs: number) => number>;

/** A scheme's name in files. */
export type InitScheme = keyof typeof initSchemes;

/** All schemes, in the order in which they are offered. */
export const initSchemeNames = Object.keys(initSchemes) as InitScheme[];

/** How parameters come to be where none are given. */
export interface Init {
  readonly scheme: InitScheme;
  readonly seed: number;
}
