import { type CSSProperties, useEffect, useRef } from 'react';
import { useThemeName } from '../useThemeName';
import { painter } from './colours';
import styles from './Drawn.module.css';
import type { Command, CommandOf, HatchCommand, RectCommand, TextCommand } from './drawing/command';
import type { Tone } from './drawing/tones';
import type { Box } from './geometry';
import { paintMatrix } from './paint';

/** A tone as the page has it, in either theme. */
export const colourOf = (tone: Tone): string => `var(--${tone})`;

/** A difference of places without the dust of its subtraction, which browsers would take for a part of a pixel. */
const between = (a: number, b: number): number => Math.round((a - b) * 1e3) / 1e3;

/** Where a box stands in a picture, or in another box of it. */
export const styleOf = ({ x, y, width, height }: Box, from: Pick<Box, 'x' | 'y'> = { x: 0, y: 0 }) => ({
  left: between(x, from.x),
  top: between(y, from.y),
  width,
  height,
});

/** How the letters of a text look. */
export const lettersOf = ({ size, weight, tone }: TextCommand): CSSProperties => ({
  fontSize: size,
  fontWeight: weight,
  color: colourOf(tone),
});

const borderOf = ({ edge, radius }: RectCommand | HatchCommand): CSSProperties => ({
  borderRadius: radius,
  ...(edge && { border: `${edge.width}px ${edge.style} ${colourOf(edge.tone)}` }),
  ...(edge?.outside && { boxShadow: `0 0 0 ${edge.outside}px ${colourOf(edge.tone)}` }),
});

/** The pieces of a text. */
export const Runs = ({ of }: { of: TextCommand }) =>
  of.runs.map(({ text, raised, tone }) => {
    if (raised) return <sup key={text}>{text}</sup>;
    return tone ? (
      <em key={text} style={{ color: colourOf(tone) }}>
        {text}
      </em>
    ) : (
      text
    );
  });

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

function Cells({ of: { sign, box, matrix, magnitude, opacity }, within }: Props<CommandOf<'cells'>>) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeName();
  const { width, height } = box;
  useEffect(() => {
    if (canvas.current) paintMatrix(canvas.current, matrix, { width, height }, painter(magnitude, theme));
  }, [matrix, magnitude, theme, width, height]);
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

/** The identifier of the head of the arrows. */
const HEAD = 'read-arrow';

/** The head of the arrows, for all lines of the page that end in one. */
export const ArrowHead = () => (
  <svg className={styles.line} aria-hidden="true">
    <defs>
      <marker id={HEAD} viewBox="0 0 10 10" refX="6" refY="5" markerWidth="5" markerHeight="5" orient="auto">
        <path d="M0,0 L10,5 L0,10 z" style={{ fill: colourOf('read') }} />
      </marker>
    </defs>
  </svg>
);

const Line = ({ of: { sign, d, tone, width, dash, round, opacity, arrow } }: Props<CommandOf<'line'>>) => (
  <svg className={styles.line} aria-hidden="true">
    <path
      d={d}
      data-drawn={sign}
      style={{
        stroke: colourOf(tone),
        strokeWidth: width,
        strokeDasharray: dash,
        strokeLinecap: round ? 'round' : undefined,
        opacity,
      }}
      markerEnd={arrow ? `url(#${HEAD})` : undefined}
    />
  </svg>
);
