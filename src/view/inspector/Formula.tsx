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
    if (katex && element.current) katex.render(tex, element.current, { ...typesetting, throwOnError: false });
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
