import { readFileSync } from 'node:fs';
import wabt from 'wabt';

const source = new URL('../../src/core/math/kernel/kernel.wat', import.meta.url);

/** What the words of the source stand for, by the type of number. */
const types = {
  f32: { BYTES: 4, BITS: 32, WIDTH: 8, VECTOR: 'f32x4' },
  f64: { BYTES: 8, BITS: 64, WIDTH: 4, VECTOR: 'f64x2' },
};

/** The kernel's module as text: its memory, and its functions for each type of number. */
function text(): string {
  const template = readFileSync(source, 'utf8');
  const functions = Object.entries(types).map(([type, { BYTES, BITS, WIDTH, VECTOR }]) =>
    template
      .replace(/;;.*/g, '')
      .replaceAll('TYPE', type)
      .replaceAll('VECTOR', VECTOR)
      .replaceAll('BITS', String(BITS))
      .replaceAll('WIDTH', String(WIDTH))
      .replace(/BYTES(\d?)/g, (_, times) => String(BYTES * Number(times || 1))),
  );
  return `(module (memory (export "memory") 1) ${functions.join('\n')})`;
}

/** The bytes of the module that the kernel's source compiles to. */
export async function compiledKernel(): Promise<Uint8Array> {
  const module = (await wabt()).parseWat('kernel.wat', text(), { simd: true });
  try {
    return module.toBinary({}).buffer.slice();
  } finally {
    module.destroy();
  }
}
