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

let given = { single: new Float32Array(0), double: new Float64Array(0) };
let coloured = new Uint32Array(0);

/**
 * The shader in JavaScript: until another is there, and where there is no WebAssembly. Its memory is used again: what is new
 * to a program costs it a fault for each page of it.
 */
const plainly: Shader = ({ count, isDouble, write }, { indexOf, colours }) => {
  if (coloured.length < count) {
    coloured = new Uint32Array(count);
    given = { single: new Float32Array(count), double: new Float64Array(count) };
  }
  const numbers = isDouble ? given.double : given.single;
  write(numbers);
  for (let k = 0; k < count; k++) coloured[k] = colours[indexOf(numbers[k]!)]!;
  return coloured.subarray(0, count);
};

let shader = plainly;

/** Has numbers go through a faster shader from now on. It is no part of the first load, whose heatmaps are small. */
export function provideShader(faster: (plainly: Shader) => Shader): void {
  shader = faster(plainly);
}

/** The colours of numbers on a scale. */
export const shade: Shader = (numbers, shading) => shader(numbers, shading);
