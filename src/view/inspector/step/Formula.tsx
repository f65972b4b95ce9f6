import { type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { usePointing, usePointingActions } from '../../store';
import styles from './StepDetails.module.css';
import { fitInto, katexNow, loadKatex, setFormula } from './typesetting';

const nameUnder = ({ target }: PointerEvent): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-name]')?.dataset.name : undefined;

/** A formula, set by KaTeX; it has MathML in it for screen readers. */
export function Formula({ tex }: { tex: string }) {
  const element = useRef<HTMLDivElement>(null);
  const [katex, setKatex] = useState(katexNow);
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
  // Before the stage asks where it stands, which has all that was changed so far laid out.
  useLayoutEffect(() => {
    const room = element.current;
    if (!katex || !room) return;
    const setAnew = (displayMode: boolean) => {
      room.style.removeProperty('--fit');
      setFormula(katex, tex, room, displayMode);
    };
    setAnew(true);
    if (typeof ResizeObserver === 'undefined') return;
    // It tells the width once the page is laid out, and so no question for it makes the browser do that out of turn.
    // The formula's own height changes as it is fitted: only another width asks for that again.
    let width: number | undefined;
    const fitAnew = () => {
      if (width !== undefined) setAnew(true);
      width = room.clientWidth;
      fitInto(room, () => setAnew(false));
    };
    const watching = new ResizeObserver(() => room.clientWidth === width || fitAnew());
    watching.observe(room);
    // Large signs have letters of their own, which come when the first of them is set.
    document.fonts.addEventListener('loadingdone', fitAnew);
    return () => {
      watching.disconnect();
      document.fonts.removeEventListener('loadingdone', fitAnew);
    };
  }, [katex, tex]);
  const lit = usePointing(({ tensor }) => tensor);
  const { pointAtTensor } = usePointingActions();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another formula has other symbols to look through.
  useLayoutEffect(() => {
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
