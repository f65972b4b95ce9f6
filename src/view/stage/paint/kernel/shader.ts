import { compiled } from '../../../../core/math/kernel/compiled';
import type { Shader } from '../shade';
import { STRANGE } from '../shades';
import { shadeModule } from './module';

/** Where in memory the colours of shades begin, behind the table of shades, and the numbers behind them, in bytes. */
const COLOURS = 2 ** 17;
const NUMBERS = COLOURS + 16 * Math.ceil((4 * (STRANGE + 2)) / 16);

/** The most bytes of memory that are kept from one matrix to the next. */
const KEPT = 16 * 2 ** 20;

/** Up to how many numbers `plainly` is left to shade, since a table may have to be copied for them. */
const FEW = 2_000;

/** Colours the numbers from an offset up to another; shade.wat says more. */
type Shade = (from: number, end: number, most: number, to: number) => number;

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly shade_f32: Shade;
  readonly shade_f64: Shade;
}

/**
 * The shader in WebAssembly, 128 bits at a time. It knows the shades that have been worked out; what meets it first has
 * `plainly` do that, and so has what is of `few` numbers at most. `plainly` itself, where there is no WebAssembly.
 */
export function fasterShader(plainly: Shader, few = FEW): Shader {
  const module = compiled(shadeModule);
  if (!module) return plainly;
  // What it exports is what shade.wat says, and tests run all of it.
  const instantiated = () => new WebAssembly.Instance(module).exports as unknown as Exports;
  let made = instantiated();
  /** What the table in memory is a copy of. */
  let resident: Uint16Array | undefined;

  /** Memory for so many bytes; undefined where this machine has no more. */
  const memory = (bytes: number): ArrayBuffer | undefined => {
    if (made.memory.buffer.byteLength > KEPT && bytes <= KEPT) {
      made = instantiated();
      resident = undefined;
    }
    const missing = bytes - made.memory.buffer.byteLength;
    try {
      if (missing > 0) made.memory.grow(Math.ceil(missing / 2 ** 16));
      return made.memory.buffer;
    } catch {
      return undefined;
    }
  };

  return (numbers, shading) => {
    const { count, isDouble, write } = numbers;
    const { most, known, colours } = shading;
    // What is no float32 divides none: that of a scale is one, but for numbers that float32 does not reach.
    if (count <= few || !(isDouble || Math.fround(most) === most)) return plainly(numbers, shading);
    const padded = 4 * Math.ceil(count / 4);
    const end = NUMBERS + padded * (isDouble ? 8 : 4);
    const buffer = memory(end + 4 * padded);
    if (!buffer) return plainly(numbers, shading);
    const given = new (isDouble ? Float64Array : Float32Array)(buffer, NUMBERS, padded);
    write(given);
    given.fill(0, count);
    new Uint32Array(buffer, COLOURS + 4, colours.length).set(colours);
    const run = (): boolean => {
      if (resident !== known) new Uint16Array(buffer, 0, known.length).set(known);
      resident = known;
      return made[isDouble ? 'shade_f64' : 'shade_f32'](NUMBERS, end, most, end) < 0;
    };
    if (!run()) {
      // Some shades are met for the first time.
      for (const number of given) shading.indexOf(number);
      resident = undefined;
      run();
    }
    return new Uint32Array(buffer, end, count);
  };
}
