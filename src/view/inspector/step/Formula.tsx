import type { KatexOptions } from 'katex';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { usePointing, usePointingActions } from '../../store';
import styles from './StepDetails.module.css';

type Katex = typeof import('katex').default;

/** KaTeX once it has come, so that a formula is set at once from then on. */
let come: Katex | undefined;

/** KaTeX comes once the first picture stands: what it weighs is more than all the rest of a first load. */
async function loadKatex(): Promise<Katex> {
  const [module] = await Promise.all([import('katex'), import('katex/dist/katex.min.css')]);
  come = module.default;
  return come;
}

/** TeX may name the tensor that a symbol stands for, and nothing else that reaches beyond mathematics. */
export const typesetting: KatexOptions = {
  displayMode: true,
  trust: ({ command }) => command === '\\htmlData',
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'warn'),
};

/** How small a formula may become, beside what it is where it has room: its letters stay as large as those around it. */
const SMALLEST = 0.82;

/** How many formulas are remembered: more than the steps of a pass that somebody goes to and fro in. */
const REMEMBERED = 200;

const typeset = new Map<string, Element>();

/** Sets a formula; one that was set before is copied, which takes a tenth of the time. */
function set(katex: Katex, tex: string, room: HTMLElement, displayMode: boolean): void {
  const key = `${displayMode} ${tex}`;
  const known = typeset.get(key);
  if (known) {
    room.replaceChildren(known.cloneNode(true));
    return;
  }
  katex.render(tex, room, { ...typesetting, displayMode, throwOnError: false });
  if (typeset.size >= REMEMBERED) typeset.clear();
  const { firstElementChild } = room;
  if (firstElementChild) typeset.set(key, firstElementChild.cloneNode(true) as Element);
}

/** Makes a formula that stands on one line smaller where it is too wide for it; sets it on several where it would become too small. */
function fitInto(room: HTMLElement, setOnSeveral: () => void): void {
  const share = room.clientWidth / room.scrollWidth;
  if (!(share < 1)) return;
  if (share >= SMALLEST) room.style.setProperty('--fit', `${Math.floor(share * 98) / 100}`);
  else setOnSeveral();
}

const nameUnder = ({ target }: PointerEvent): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-name]')?.dataset.name : undefined;

/** A formula, set by KaTeX; it has MathML in it for screen readers. */
export function Formula({ tex }: { tex: string }) {
  const element = useRef<HTMLDivElement>(null);
  const [katex, setKatex] = useState(() => come);
  useEffect(() => {
    if (katex) return;
    let wanted = true;
    loadKatex().then(
      (loaded) => wanted && setKatex(() => loaded),
      // Without KaTeX the sentence says it all the same.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [katex]);
  useEffect(() => {
    const room = element.current;
    if (!katex || !room) return;
    const setAnew = (displayMode: boolean) => {
      room.style.removeProperty('--fit');
      set(katex, tex, room, displayMode);
    };
    setAnew(true);
    if (typeof ResizeObserver === 'undefined') return;
    // It tells the width once the page is laid out, and so no question for it makes the browser do that out of turn.
    // The formula's own height changes as it is fitted: only another width asks for that again.
    let width: number | undefined;
    const watching = new ResizeObserver(() => {
      if (room.clientWidth === width) return;
      if (width !== undefined) setAnew(true);
      width = room.clientWidth;
      fitInto(room, () => setAnew(false));
    });
    watching.observe(room);
    return () => watching.disconnect();
  }, [katex, tex]);
  const lit = usePointing(({ tensor }) => tensor);
  const { pointAtTensor } = usePointingActions();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another formula has other symbols to look through.
  useEffect(() => {
    // KaTeX has written these elements, so that React does not know them.
    for (const symbol of element.current?.querySelectorAll<HTMLElement>('.katex-html [data-name]') ?? [])
      symbol.toggleAttribute('data-lit', katex !== undefined && symbol.dataset.name === lit);
  }, [katex, tex, lit]);
  return (
    <div
      ref={element}
      className={styles.formula}
      translate="no"
      onPointerOver={(event) => pointAtTensor(nameUnder(event))}
      onPointerLeave={() => pointAtTensor(undefined)}
    />
  );
}
