import type { KatexOptions } from 'katex';
import { Recent } from '../../../core/math/recent';

type Katex = typeof import('katex').default;

let loaded: Katex | undefined;

/** KaTeX, where it has been loaded before, so that a formula can be set at once. */
export const katexNow = (): Katex | undefined => loaded;

/** KaTeX is loaded once the first picture stands: it weighs more than all the rest of a first load. */
export async function loadKatex(): Promise<Katex> {
  const [module] = await Promise.all([import('katex'), import('katex/dist/katex.min.css')]);
  loaded = module.default;
  return loaded;
}

/** TeX may name the tensor that a symbol stands for, and do nothing else that reaches beyond mathematics. */
export const typesetting: KatexOptions = {
  displayMode: true,
  trust: ({ command }) => command === '\\htmlData',
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'warn'),
};

/** Formulas that were set before: more than a pass has steps between which somebody goes to and fro. */
const typeset = new Recent<Element>(200);

/** Sets a formula in an element. One that was set before is copied, which takes a tenth of the time. */
export function setFormula(katex: Katex, tex: string, room: HTMLElement, displayMode: boolean): void {
  const key = `${displayMode} ${tex}`;
  const known = typeset.get(key);
  if (known) {
    room.replaceChildren(known.cloneNode(true));
    return;
  }
  katex.render(tex, room, { ...typesetting, displayMode, throwOnError: false });
  const { firstElementChild } = room;
  if (firstElementChild) typeset.set(key, firstElementChild.cloneNode(true) as Element);
}

/** How small a formula may become, as a part of its usual size: its letters stay as large as the text around it. */
const SMALLEST = 0.8;

/**
 * Makes a formula that is too wide for one line smaller, again where letters do not shrink as much as they should; where
 * it would become too small, has it set on several.
 */
export function fitInto(room: HTMLElement, setOnSeveral: () => void): void {
  let fit = 1;
  while (room.scrollWidth > room.clientWidth) {
    const needed = (fit * room.clientWidth) / room.scrollWidth;
    if (fit === SMALLEST || needed < SMALLEST) {
      setOnSeveral();
      return;
    }
    fit = Math.max(SMALLEST, Math.floor(needed * 98) / 100);
    room.style.setProperty('--fit', `${fit}`);
  }
}
