import type { Scale, ScaleKind, Sharing } from '../../state/scales';
import { selectFrame } from '../../state/selectors';
import { Segmented } from '../controls/Segmented';
import { inShort } from '../numbers';
import { useDisplay, useDisplayActions, useStore } from '../store';
import { useThemeName } from '../useThemeName';
import styles from './Legend.module.css';
import { GAP_FROM } from './paint/grid';
import { legendStops } from './paint/legend-stops';
import { useScales } from './useScales';

/** The scales that are always on the stage, by what they are the scale of. */
const shown = [
  ['parameters', 'W, b'],
  ['Z', 'Z'],
  ['A', 'A'],
  ['gradients', 'dZ, dA'],
  ['parameterGradients', 'dW, db'],
] as const satisfies readonly (readonly [ScaleKind, string])[];

/** What can share its scales: the layer of the step, which each has of its own, or all. */
const sharings = (layer: number): { value: Sharing; label: string; title: string }[] => [
  {
    value: 'layer',
    label: `Layer ${layer}`,
    title: `Each layer has colour scales of its own: these are those of layer ${layer}`,
  },
  { value: 'network', label: 'All layers', title: 'All layers share their colour scales' },
];

/** How far a scale reaches; where it has outliers, how far most of its colours do, too. */
const reach = ({ usual, most }: Scale): string =>
  usual === most ? `±${inShort(most)}` : `±${inShort(usual)} … ${inShort(most)}`;

/** What the colours mean: a scale for each kind of tensor, the same at every step; and whether all layers share it. */
export function Legend() {
  const scales = useScales();
  const sharing = useDisplay((state) => state.sharing);
  const { share } = useDisplayActions();
  const layer = Math.max(
    1,
    useStore((state) => selectFrame(state).step?.layer ?? 1),
  );
  const gradient = `linear-gradient(to right, ${legendStops(useThemeName()).join(', ')})`;
  return (
    <div className={styles.legend}>
      <Segmented label="Colour scales" value={sharing} options={sharings(layer)} onChange={share} />
      <dl translate="no" data-printed aria-label="Colours, by the square root of the value">
        {shown.map(([kind, name]) => (
          <div key={kind} className={styles.scale}>
            <dt>{name}</dt>
            <dd>
              <span className={styles.ramp} data-ramp style={{ background: gradient }} />
              {reach(scales[kind][layer]!)}
            </dd>
          </div>
        ))}
      </dl>
      <p
        className={styles.sign}
        title="In smaller cells the sign is a colour alone: come closer, or point at a cell"
      >
        Blue is positive, red negative: with a − in cells of {GAP_FROM} px or more. Zoom in for that.
      </p>
    </div>
  );
}
