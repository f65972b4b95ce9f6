import { useEffect, useRef, useState } from 'react';
import styles from './Inspector.module.css';

type Katex = typeof import('katex').default;

/** KaTeX comes once the first picture stands: what it weighs is more than all the rest of a first load. */
const loadKatex = (): Promise<Katex> =>
  Promise.all([import('katex'), import('katex/dist/katex.min.css')]).then(([module]) => module.default);

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
    if (katex && element.current)
      katex.render(tex, element.current, { displayMode: true, throwOnError: false });
  }, [katex, tex]);
  return <div ref={element} className={styles.formula} />;
}
