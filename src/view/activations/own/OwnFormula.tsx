import type { Layout } from '../../layout';
import styles from '../Activations.module.css';
import { Explorer } from '../Explorer';
import { Field } from '../plots/Field';
import { slopeSaying } from '../plots/slope-saying';
import { useMeaning } from './useMeaning';
import { useOwn } from './useOwn';

/** Fields for a formula of z and its slopes, what they mean as an activation, and whether the slopes are right. */
export function OwnFormula({ layer, layout }: { layer: number; layout: Layout }) {
  const { draft, change, found, last } = useOwn();
  const { name } = draft;
  const read = found?.read;
  const meaning = useMeaning(last);
  const flaw = read?.formula.ok === false ? read.formula.sentence : undefined;
  return (
    <div className={styles.own}>
      <section className={styles.panel} aria-label="Your own activation">
        <h3>Your own activation</h3>
        <div className={styles.fields}>
          <Field label="Name" value={name} maxLength={40} onChange={(next) => change({ name: next })} />
          <Field
            label="g(z)"
            value={draft.formula}
            says={{
              id: 'formula-says',
              text: flaw ?? meaning?.saying ?? 'Reading …',
              isOff: flaw !== undefined,
            }}
            onChange={(next) => change({ formula: next })}
          />
          <Field
            label="g′(z), optional"
            value={draft.slope}
            says={{ id: 'slope-says', ...slopeSaying(read, 'z', meaning?.found) }}
            onChange={(next) => change({ slope: next })}
          />
          <Field
            label="g′ in terms of a, optional"
            value={draft.slopeFromA}
            says={{ id: 'slope-from-a-says', ...slopeSaying(read, 'a', meaning?.found) }}
            onChange={(next) => change({ slopeFromA: next })}
          />
        </div>
        {flaw && last && <p className={styles.hint}>What is shown below is still {last.formula.text}.</p>}
      </section>
      {last && meaning && (
        <Explorer
          key={last.formula.text}
          named={{ activation: name.trim() || 'mine', own: last.own }}
          shown={last.alone}
          runs={found?.read.whole && { own: found.own, activation: found.read.whole }}
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
