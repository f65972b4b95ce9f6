import { readFileSync } from 'node:fs';
import wabt from 'wabt';

/** What the words of a source stand for, by the type of number. */
type Words = Readonly<Record<'f32' | 'f64', Readonly<Record<string, string | number>>>>;

/** A source of functions for both types of number, and the file of base64 that it is compiled to. */
interface Kernel {
  readonly source: string;
  readonly module: string;
  /** Pages of 64 KB that its memory has at first. */
  readonly pages: number;
  readonly words: Words;
}

/** The kernels of the page, by the names that their modules have in the source. */
export const kernels = {
  kernelModule: {
    source: 'src/core/math/kernel/kernel.wat',
    module: 'src/core/math/kernel/module.ts',
    pages: 1,
    words: {
      f32: { BYTES: 4, BITS: 32, WIDTH: 8, VECTOR: 'f32x4' },
      f64: { BYTES: 8, BITS: 64, WIDTH: 4, VECTOR: 'f64x2' },
    },
  },
  shadeModule: {
    source: 'src/view/stage/paint/kernel/shade.wat',
    module: 'src/view/stage/paint/kernel/module.ts',
    pages: 3,
    words: {
      f32: { BYTES: 16, COLOURS: 2 ** 17, VECTOR: 'f32x4' },
      f64: { BYTES: 32, COLOURS: 2 ** 17, VECTOR: 'f64x2' },
    },
  },
} satisfies Record<string, Kernel>;

/** A kernel's module as text: its memory, and its functions for each type of number. */
function textOf({ source, pages, words }: Kernel): string {
  const template = readFileSync(new URL(`../../${source}`, import.meta.url), 'utf8').replace(/;;.*/g, '');
  const functions = Object.entries(words).map(([type, standFor]) => {
    const own = template
      .replace(/^(f32|f64):(.*)$/gm, (_, of, line) => (of === type ? line : ''))
      .replaceAll('TYPE', type);
    return Object.entries(standFor).reduce(
      (text, [word, is]) =>
        text.replace(new RegExp(`${word}(\\d?)`, 'g'), (_, times) =>
          times ? String(Number(is) * Number(times)) : String(is),
        ),
      own,
    );
  });
  return `(module (memory (export "memory") ${pages}) ${functions.join('\n')})`;
}

/** The bytes of the module that a kernel's source compiles to. */
export async function compiled(kernel: Kernel): Promise<Uint8Array> {
  const module = (await wabt()).parseWat(kernel.source, textOf(kernel), { simd: true });
  try {
    return module.toBinary({}).buffer.slice();
  } finally {
    module.destroy();
  }
}
