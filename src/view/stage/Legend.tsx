import type { ScaleKind } from '../../state/scales';
import { selectScales } from '../../state/selectors';
import { inShort } from '../numbers';
import { useStore } from '../store';
import { useThemeName } from '../useThemeName';
import styles from './Legend.module.css';
import { legendStops } from './paint/colours';

/** The scales that are always on the stage, by what they are the scale of. */
const shown = [
  ['parameters', 'W, b'],
  ['Z', 'Z'],
  ['A', 'A'],
  ['gradients', 'dZ, dA'],
  ['parameterGradients', 'dW, db'],
] as const satisfies readonly (readonly [ScaleKind, string])[];

/** What the colours mean: one scale for each kind of tensor, the same at every step. */
export function Legend() {
  const scales = useStore(selectScales);
  const gradient = `linear-gradient(to right, ${legendStops(useThemeName()).join(', ')})`;
  return (
    <dl className={styles.legend} aria-label="Colour scales, by the square root of the value">
      {shown.map(([kind, name]) => (
        <div key={kind} className={styles.scale}>
          <dt>{name}</dt>
          <dd>
            <span className={styles.ramp} style={{ background: gradient }} />±{inShort(scales[kind])}
          </dd>
        </div>
      ))}
    </dl>
  );
}
