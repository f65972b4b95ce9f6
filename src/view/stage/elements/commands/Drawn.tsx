import { useEffect, useRef } from 'react';
import { useThemeName } from '../../../useThemeName';
import type { Command, CommandOf } from '../../drawing/command';
import type { Box } from '../../layout/geometry';
import { type Look, looksLike } from '../../paint/look';
import { paintMatrix } from '../../paint/paint';
import { paintInTurn } from '../../paint/queue';
import { useShown } from '../shown';
import styles from './Drawn.module.css';
import { between, borderOf, colourOf, lettersOf, styleOf } from './drawn-styles';
import { Line } from './Line';
import { Runs } from './Runs';

interface Props<C extends Command> {
  readonly of: C;
  /** The box that it stands in; the picture, where there is none. */
  readonly within?: Box;
}

/** One command as an element of the page. */
export function Drawn({ of, within }: Props<Command>) {
  const { kind, sign } = of;
  if (kind === 'cells') return <Cells of={of} {...(within && { within })} />;
  if (kind === 'line') return <Line of={of} />;
  if (kind === 'text') return <Words of={of} {...(within && { within })} />;
  const { box } = of;
  const ground =
    kind === 'rect'
      ? of.fill && colourOf(of.fill)
      : `repeating-linear-gradient(-45deg, transparent 0 ${of.every - of.width}px, ${colourOf(of.edge.tone)} ${of.every - of.width}px ${of.every}px)`;
  return (
    <div
      className={styles.rect}
      data-drawn={sign}
      style={{ ...styleOf(box, within), ...borderOf(of), background: ground }}
      aria-hidden="true"
    />
  );
}

function Cells({ of: { sign, box, matrix, scale, opacity }, within }: Props<CommandOf<'cells'>>) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeName();
  const { width, height } = box;
  const painted = useRef<Look>(undefined);
  const shown = useShown();
  useEffect(() => {
    const on = canvas.current;
    if (!shown) return;
    const look = { matrix, scale, theme, width, height, ratio: window.devicePixelRatio };
    if (!on || (painted.current && looksLike(look, painted.current))) return;
    return paintInTurn(on, () => {
      paintMatrix(on, matrix, { width, height }, scale, theme);
      painted.current = look;
    });
  }, [shown, matrix, scale, theme, width, height]);
  return (
    <canvas
      ref={canvas}
      className={styles.cells}
      data-drawn={sign}
      style={{ ...styleOf(box, within), opacity }}
    />
  );
}

/** A text that stands where its command says. */
function Words({ of, within = { x: 0, y: 0, width: 0, height: 0 } }: Props<CommandOf<'text'>>) {
  const { sign, box, anchor } = of;
  const across =
    anchor === 'end'
      ? { right: between(within.x + within.width, box.x + box.width) }
      : { left: between(box.x, within.x) };
  return (
    <span
      className={styles.words}
      data-drawn={sign}
      style={{ ...across, top: between(box.y, within.y), lineHeight: `${box.height}px`, ...lettersOf(of) }}
    >
      <Runs of={of} />
    </span>
  );
}
