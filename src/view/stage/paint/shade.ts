import type { Shading } from './colours';

/** Numbers whose colours are asked for. */
export interface Numbers {
  readonly count: number;
  readonly isDouble: boolean;
  /** Writes them one after the other. */
  write(into: Float32Array | Float64Array): void;
}

/** Gives numbers their colours on a scale, as `indexOf` has them; the result is good until the next are asked for. */
export type Shader = (numbers: Numbers, shading: Shading) => Uint32Array<ArrayBuffer>;

/** The shader in JavaScript: until another is there, and where there is no WebAssembly. */
const plainly: Shader = ({ count, isDouble, write }, { indexOf, colours }) => {
  const numbers = new (isDouble ? Float64Array : Float32Array)(count);
  write(numbers);
  const shaded = new Uint32Array(count);
  for (let k = 0; k < count; k++) shaded[k] = colours[indexOf(numbers[k]!)]!;
  return shaded;
};

let shader = plainly;

/** Has numbers go through a faster shader from now on. It is no part of the first load, whose heatmaps are small. */
export function provideShader(faster: (plainly: Shader) => Shader): void {
  shader = faster(plainly);
}

/** The colours of numbers on a scale. */
export const shade: Shader = (numbers, shading) => shader(numbers, shading);
