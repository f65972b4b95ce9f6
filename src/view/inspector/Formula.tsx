import type { KatexOptions } from 'katex';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { usePointing, usePointingActions } from '../store';
import styles from './Inspector.module.css';

type Katex = typeof import('katex').default;

/** KaTeX comes once the first picture stands: what it weighs is more than all the rest of a first load. */
const loadKatex = (): Promise<Katex> =>
  Promise.all([import('katex'), import('katex/dist/katex.min.css')]).then(([module]) => module.default);

/** TeX may name the tensor that a symbol stands for, and nothing else that reaches beyond mathematics. */
export const typesetting: KatexOptions = {
  displayMode: true,
  trust: ({ command }) => command === '\\htmlData',
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'warn'),
};

/** How small a formula may become, beside what it is where it has room: its letters stay as large as those around it. */
const SMALLEST = 0.82;

/** Sets a formula on one line, smaller where it is too wide for it; and one that would become too small on several. */
function fitInto(room: HTMLElement, set: (displayMode: boolean) => void): void {
  room.style.removeProperty('--fit');
  set(true);
  const share = room.clientWidth / room.scrollWidth;
  if (!(share < 1)) return;
  if (share >= SMALLEST) room.style.setProperty('--fit', `${Math.floor(share * 98) / 100}`);
  else set(false);
}

const nameUnder = ({ target }: PointerEvent): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-name]')?.dataset.name : undefined;

/** A formula, set by KaTeX; it has MathML in it for screen readers. */
export function Formula({ tex }: { tex: string }) {
  const element = useRef<HTMLDivElement>(null);
  const [katex, setKatex] = useState<Katex>();
  useEffect(() => {
    let wanted = true;
    loadKatex().then(
      (loaded) => wanted && setKatex(() => loaded),
      // Without KaTeX the sentence says it all the same.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  useEffect(() => {
    const room = element.current;
    if (!katex || !room) return;
    const setIt = () =>
      fitInto(room, (displayMode) =>
        katex.render(tex, room, { ...typesetting, displayMode, throwOnError: false }),
      );
    setIt();
    if (typeof ResizeObserver === 'undefined') return;
    // Its own height changes as it is fitted: only its width asks for that again.
    let width = room.clientWidth;
    const watching = new ResizeObserver(() => {
      if (room.clientWidth === width) return;
      width = room.clientWidth;
      setIt();
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
