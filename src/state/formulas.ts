import { defineCustom, isDefined } from '../core/activations';
import type { Formula } from '../formats/formula';
import { type Read, refused } from '../formats/read';
import type { Choice } from './choice';

/** Reads a formula and defines it as an activation. What reads formulas is large, and is loaded when first needed. */
export async function defineFormula(text: string): Promise<Read<Formula>> {
  const library = await import('../formats/formula').catch(() => undefined);
  if (!library) return refused('What reads formulas could not be loaded. Is there a connection?');
  const read = library.readFormula(text);
  if (!read.ok) return read;
  const { g, slope, tex, costs } = read.value;
  defineCustom(text, {
    g,
    fromZ: (z) => slope.at(z),
    tex: { g: tex, slope: { Z: slope.how === 'symbolic' ? slope.tex : "g'(z)" } },
    costs: { g: costs.g, Z: costs.slope },
  });
  return read;
}

/**
 * Defines all formulas of a choice that are not known yet: a sentence where one is none. Undefined, at once, where
 * there is nothing to define.
 */
export function defineFormulas({ layers }: Pick<Choice, 'layers'>): Promise<string | undefined> | undefined {
  const texts = layers.flatMap(({ formula }) => formula ?? []).filter((text) => !isDefined(text));
  if (texts.length === 0) return undefined;
  return Promise.all(texts.map(defineFormula)).then((reads) => {
    const flaw = reads.find((read) => !read.ok);
    return flaw && !flaw.ok ? `A formula could not be read. ${flaw.sentence}` : undefined;
  });
}
