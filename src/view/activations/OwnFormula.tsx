import { useEffect, useState } from 'react';
import { activationOf } from '../../core/activations';
import { curveOf } from '../../core/verdict/curve';
import { surveyOf } from '../../core/verdict/survey';
import type { Formula } from '../../formats/formula';
import type { Read } from '../../formats/read';
import { defineFormula } from '../../state/formulas';
import { useStore } from '../../state/store';
import type { Layout } from '../layout';
import { inWords } from '../numbers';
import styles from './Activations.module.css';
import { Explorer } from './Explorer';
import { verdictOn } from './useVerdicts';

/** What is in the fields before anything was written: the first formula of the model, else an example. */
function useDraft() {
  const written = useStore((state) => state.choice.layers.find(({ formula }) => formula !== undefined));
  const [name, setName] = useState(written?.activation ?? 'mine');
  const [text, setText] = useState(written?.formula ?? 'z * sin(z)');
  return { name, setName, text, setText };
}

/** Where a formula has no finite value or slope, on the range in which a verdict is looked for. */
function gapsOf(text: string): string | undefined {
  const { undefinedOn } = surveyOf(curveOf(activationOf({ activation: '', formula: text }), 0));
  if (undefinedOn.length === 0) return undefined;
  const stretches = undefinedOn.map(([from, to]) =>
    from === to ? `at ${inWords(from)}` : `from ${inWords(from)} to ${inWords(to)}`,
  );
  return `It has no finite value or slope ${stretches.join(', ')}.`;
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
          {flaw ?? (formula ? sayingOf(formula) : 'Reading …')}
        </p>
      </section>
      {formula && (
        <Explorer
          key={formula.text}
          named={{ activation: name.trim() || 'mine', formula: formula.text }}
          found={verdictOn(activationOf({ activation: name, formula: formula.text }))}
          alpha={0}
          layer={layer}
          layout={layout}
          onAlpha={undefined}
        />
      )}
    </div>
  );
}

/** How the slope was found, and where there is none. */
function sayingOf({ text, slope }: Formula): string {
  const how =
    slope.how === 'symbolic'
      ? `Slope by symbolic differentiation: ${slope.text}.`
      : `Slope by automatic differentiation: ${slope.because}.`;
  return [how, gapsOf(text)].filter(Boolean).join(' ');
}
