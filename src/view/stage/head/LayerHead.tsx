import { Ellipsis } from 'lucide-react';
import { memo } from 'react';
import { keepRules } from '../../../core/model/keep-rules';
import controls from '../../controls/controls.module.css';
import { ActivationSelect } from '../../editor/ActivationSelect';
import { KeepSelect } from '../../editor/KeepSelect';
import { UnitsField } from '../../editor/UnitsField';
import { Guard } from '../../guard/Guard';
import { later, useLater } from '../../later';
import { useLayout } from '../../layout';
import { useDisplay, useDisplayActions, useWanted } from '../../store';
import type { CardThing } from '../drawing/thing';
import { between } from '../elements/drawn-styles';
import { buttonWidth, headForm } from './head-form';
import styles from './LayerHead.module.css';

const choices = later(() => import('./LayerPopover').then(({ LayerPopover }) => LayerPopover));

/* The same element each time, which React then leaves alone. */
const dots = <Ellipsis size={15} aria-hidden="true" />;

/** What is chosen of a layer, in the head of its card: where its effect is seen. */
export const LayerHead = memo(function LayerHead({ of: { layer: l, box } }: { of: CardThing }) {
  const { x, y, width } = box;
  const layer = useWanted((choice) => choice.layers[l - 1]);
  const last = useWanted((choice) => l === choice.layers.length);
  const isOpen = useDisplay(({ sheet }) => sheet?.of === 'layer' && sheet.layer === l);
  const { openSheet } = useDisplayActions();
  const { mode } = useLayout();
  const LayerPopover = useLater(choices, isOpen && mode !== 'narrow', () => openSheet(undefined));
  if (!layer) return null;
  const { steps, named, keeps } = headForm(width, layer.activation, keepRules[layer.keep].label);
  const more = (
    <button
      type="button"
      className={controls.icon}
      aria-label={`More of layer ${l}`}
      title="Batch norm, dropout, and what backward reads"
      aria-expanded={isOpen}
      onPointerEnter={choices.expect}
      onClick={() => openSheet(isOpen ? undefined : { of: 'layer', layer: l })}
    >
      {dots}
    </button>
  );
  return (
    <fieldset
      className={styles.head}
      style={{ left: between(x, 0), top: between(y, 0), width }}
      aria-label={`Layer ${l}`}
    >
      <h3 className={styles.name}>{named ? `Layer ${l}` : `L${l}`}</h3>
      <span className={styles.units} title={last ? 'As many units as the labels have rows' : 'Units'}>
        <UnitsField l={l} steps={steps} />
      </span>
      <span
        className={styles.activation}
        style={{ minWidth: Math.min(buttonWidth(layer.activation), width / 2) }}
      >
        <ActivationSelect l={l} />
      </span>
      <KeepSelect l={l} short={!keeps} />
      {LayerPopover ? (
        <Guard part={`What layer ${l} is`} over onLeave={() => openSheet(undefined)}>
          <LayerPopover l={l}>{more}</LayerPopover>
        </Guard>
      ) : (
        more
      )}
    </fieldset>
  );
});
