import { useEffect, useState } from 'react';
import type { Formula } from '../../formats/formula';
import type { Read } from '../../formats/read';
import { defineFormula } from '../../state/formulas';
import { useStore } from '../../state/store';
import type { Layout } from '../layout';
import styles from './Activations.module.css';
import { Explorer } from './Explorer';
import { useMeaning } from './useMeaning';

/** What is in the fields before anything was written: the first formula of the model, else an example. */
function useDraft() {
  const written = useStore((state) => state.choice.layers.find(({ formula }) => formula !== undefined));
  const [name, setName] = useState(written?.activation ?? 'mine');
  const [text, setText] = useState(written?.formula ?? 'z * sin(z)');
  return { name, setName, text, setText };
}

/** A field for a formula of z, and what it means as an activation. */
export function OwnFormula({ layer, layout }: { layer: number; layout: Layout }) {
  const { name, setName, text, setText } = useDraft();
  const [read, setRead] = useState<{ text: string; result: Read<Formula> }>();
  useEffect(() => {
    let wanted = true;
    void defineFormula(text).then((result) => wanted && setRead({ text, result }));
    return () => {
      wanted = false;
    };
  }, [text]);
  const formula = read?.result.ok ? read.result.value : undefined;
  const meaning = useMeaning(formula);
  const flaw = read && !read.result.ok ? read.result.sentence : undefined;
  return (
    <div className={styles.own}>
      <section className={styles.panel} aria-label="Your own activation">
        <h3>Your own activation</h3>
        <div className={styles.fields}>
          <label>
            Name
            <input value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
          </label>
          <label>
            g(z) =
            <input
              value={text}
              spellCheck={false}
              aria-invalid={flaw !== undefined}
              aria-describedby="formula-says"
              onChange={(event) => setText(event.target.value)}
            />
          </label>
        </div>
        <p id="formula-says" role="status" className={styles.hint} data-off={flaw !== undefined}>
          {flaw ?? meaning?.saying ?? 'Reading …'}
        </p>
      </section>
      {formula && meaning && (
        <Explorer
          key={formula.text}
          named={{ activation: name.trim() || 'mine', formula: formula.text }}
          found={meaning.found}
          alpha={0}
          layer={layer}
          layout={layout}
          onAlpha={undefined}
        />
      )}
    </div>
  );
}
