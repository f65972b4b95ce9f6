import { Ellipsis } from 'lucide-react';
import { memo, useRef } from 'react';
import { keepRules } from '../../../core/model/keep-rules';
import type { Choice } from '../../../state/choice/choice';
import controls from '../../controls/controls.module.css';
import { ActivationSelect } from '../../editor/ActivationSelect';
import { KeepSelect } from '../../editor/KeepSelect';
import { UnitsField } from '../../editor/UnitsField';
import { Guard } from '../../guard/Guard';
import { later, useLater } from '../../later';
import { useDisplay, useDisplayActions, useWanted } from '../../store';
import { useLayout } from '../../useLayout';
import { between } from '../elements/commands/drawn-styles';
import type { CardBox } from '../layout/geometry';
import { createOnce } from '../once';
import { buttonWidth, type Head, type HeadForm, headForms } from './head-form';
import styles from './LayerHead.module.css';

const choices = later('LayerPopover', () => import('./LayerPopover'));

/* The same element each time, which React then leaves alone. */
const dots = <Ellipsis size={15} aria-hidden="true" />;

const formsOnce = createOnce<ReadonlyMap<number, HeadForm>>();

/** The forms of some heads for what is chosen of their layers, by the layer. Each of them asks for its own at every step. */
const formsOf = (cards: readonly CardBox[], { layers }: Choice): ReadonlyMap<number, HeadForm> =>
  formsOnce(cards, [layers], () => {
    const heads = cards.flatMap(({ layer: l, width }) => {
      const layer = layers[l - 1];
      if (!layer) return [];
      const keep = keepRules[layer.keep].label;
      const head: Head = { width, activation: layer.activation, keep, isLast: l === layers.length };
      return [{ l, head }];
    });
    const forms = headForms(heads.map(({ head }) => head));
    return new Map(heads.map(({ l }, i) => [l, forms[i]!]));
  });

export interface HeadProps {
  readonly of: CardBox;
  /** The cards whose heads are to be alike. */
  readonly among: readonly CardBox[];
}

/** What is chosen of a layer, in the head of its card: where its effect is seen. */
export const LayerHead = memo(function LayerHead({ of: { layer: l, x, y, width }, among }: HeadProps) {
  const layer = useWanted((choice) => choice.layers[l - 1]);
  const last = useWanted((choice) => l === choice.layers.length);
  const form = useWanted((choice) => formsOf(among, choice).get(l));
  const isOpen = useDisplay(({ sheet }) => sheet?.of === 'layer' && sheet.layer === l);
  const { openSheet } = useDisplayActions();
  const { mode } = useLayout();
  const more = useRef<HTMLButtonElement>(null);
  const LayerPopover = useLater(choices, isOpen && mode !== 'narrow', () => openSheet(undefined));
  if (!layer || !form) return null;
  const { curve, steps, named, keeps } = form;
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
        data-curve={curve}
        style={{ minWidth: Math.min(buttonWidth(layer.activation), width / 2) }}
      >
        <ActivationSelect l={l} />
      </span>
      <KeepSelect l={l} short={!keeps} />
      <button
        ref={more}
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
      {LayerPopover && (
        <Guard part={`What layer ${l} is`} over onLeave={() => openSheet(undefined)}>
          <LayerPopover l={l} opener={more} />
        </Guard>
      )}
    </fieldset>
  );
});
