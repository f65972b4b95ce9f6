import { compiled } from './compiled';
import { kernelModule } from './module';

/** Lays lines of numbers into strips. All offsets and strides are in bytes; kernel.wat says more about each function. */
type Pack = (
  from: number,
  across: number,
  along: number,
  count: number,
  depth: number,
  width: number,
  to: number,
) => void;

/** Adds a product of strips to C. */
type Add = (
  a: number,
  b: number,
  c: number,
  stride: number,
  rows: number,
  cols: number,
  depth: number,
) => void;

/** Adds a column to C, and divides. */
type Finish = (c: number, stride: number, rows: number, plus: number, by: number) => void;

type Exports = Readonly<Record<`pack_${'f32' | 'f64'}`, Pack>> &
  Readonly<Record<`add_${'f32' | 'f64'}`, Add>> &
  Readonly<Record<`finish_${'f32' | 'f64'}`, Finish>> & { readonly memory: WebAssembly.Memory };

/** The kernel's functions for one type of number, and its memory as such numbers. */
export interface Arm {
  readonly pack: Pack;
  readonly add: Add;
  readonly finish: Finish;
  /** A memory of at least so many bytes; a RangeError where this machine has no more. */
  numbers(bytes: number): Float32Array | Float64Array;
}

function armOf(made: Exports, type: 'f32' | 'f64', Numbers: typeof Float32Array | typeof Float64Array): Arm {
  const { memory } = made;
  let numbers = new Numbers(memory.buffer);
  return {
    pack: made[`pack_${type}`],
    add: made[`add_${type}`],
    finish: made[`finish_${type}`],
    numbers(bytes) {
      const missing = bytes - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / 2 ** 16));
      // Memory that has grown has another buffer, also where the other arm let it grow.
      if (numbers.buffer !== memory.buffer) numbers = new Numbers(memory.buffer);
      return numbers;
    },
  };
}

let module: WebAssembly.Module | null | undefined;
let arms: { readonly single: Arm; readonly double: Arm } | undefined;

/** The kernel for numbers of 4 or of 8 bytes, made when it is first asked for; undefined where there is none. */
export function armFor(bytesOfANumber: number): Arm | undefined {
  if (module === undefined) module = compiled(kernelModule);
  if (!module) return undefined;
  if (!arms) {
    // What it exports is what kernel.wat says, and tests run all of it.
    const made = new WebAssembly.Instance(module).exports as unknown as Exports;
    arms = { single: armOf(made, 'f32', Float32Array), double: armOf(made, 'f64', Float64Array) };
  }
  return bytesOfANumber === 4 ? arms.single : arms.double;
}

/** Lets go of the memory, which can grow but not shrink. */
export function letGo(): void {
  arms = undefined;
}
