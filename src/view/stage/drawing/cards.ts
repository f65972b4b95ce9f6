import type { Frame } from '../../../core/pass/frames/frame';
import type { Lane } from '../../../core/pass/frames/place';
import type { Box, CardBox, Heading, LaneBox } from '../layout/geometry';
import { laneOfPhase, laneTitles } from '../words/lanes';
import type { headingWords } from '../words/remark';
import { type Edge, framed, type TextCommand } from './command';
import type { CardThing, HeadingThing, LaneThing, RingThing } from './thing';
import type { Tone } from './tones';

const laneTones: Record<Lane, Tone> = { forward: 'forward', cache: 'ink-faint', backward: 'backward' };

/** The title of a lane along its left edge; that of the caches says whether one was changed by hand. */
export function laneThing({ lane, ...box }: LaneBox, isTampered: boolean): LaneThing {
  const title: TextCommand = {
    kind: 'text',
    sign: 'lane',
    box,
    anchor: 'middle',
    turned: true,
    runs: [
      { text: laneTitles[lane] },
      ...(lane === 'cache' && isTampered ? [{ text: ', changed', tone: 'alarm' as const }] : []),
    ],
    size: 11.5,
    weight: 700,
    tone: laneTones[lane],
    font: 'capitals',
  };
  return { part: 'lane', key: lane, lane, commands: [title] };
}

/** The titles of a layer's card: which layer it is on the left, and its activation on the right. */
function titles({ x, y, width }: Box, layer: number, activation: string): TextCommand[] {
  const title = {
    kind: 'text',
    box: { x: x + 10, y: y + 9, width: width - 20, height: 18 },
    size: 14,
    weight: 700,
  } as const;
  return [
    {
      ...title,
      sign: 'layer',
      anchor: 'start',
      tone: 'ink',
      runs: [{ text: `Layer ${layer}` }],
    },
    { ...title, sign: 'activation', anchor: 'end', tone: 'forward', runs: [{ text: activation }] },
  ];
}

/** Whether a card is that of a frame's step. */
export const isOfStep = ({ lane, layer }: CardBox, { step }: Frame): boolean =>
  step?.layer === layer && laneOfPhase[step.phase] === lane;

/** How round the corners of a card are. */
const ROUND = 10;

/** A layer's card in a lane. */
export function cardThing({ lane, layer, ...box }: CardBox, activation: string): CardThing {
  const edged = framed('card', box, ROUND, { tone: 'line', width: 1, style: 'solid' });
  const card = { ...edged, fill: lane === 'cache' ? 'panel' : 'paper' } as const;
  return {
    part: 'card',
    key: `${lane}${layer}`,
    box,
    lane,
    layer,
    activation,
    commands: [card, ...(lane === 'forward' ? titles(box, layer, activation) : [])],
  };
}

/** The edge of the step's card, in its lane's colour. */
export function cardRing({ lane, layer, ...box }: CardBox): RingThing {
  const edge: Edge = { tone: lane === 'cache' ? 'recompute' : lane, width: 1, style: 'solid', outside: 1 };
  return { part: 'ring', key: `${lane}${layer}`, commands: [framed('current', box, ROUND, edge)] };
}

/** The title of a cache, with what there is to say of it now. */
export function headingThing(of: Heading, { title, remark }: ReturnType<typeof headingWords>): HeadingThing {
  const { x, y, width, height, aside } = of;
  const line = { kind: 'text', box: { x, y, width, height: 13 }, size: 11, tone: 'ink-soft' } as const;
  return {
    part: 'heading',
    key: `${x},${y}`,
    box: { x, y, width, height },
    commands: [
      { ...line, sign: 'cache', anchor: 'start', weight: 600, runs: [{ text: title }] },
      ...(remark
        ? [
            {
              ...line,
              sign: 'remark',
              // Beside its slots it goes on in a second line.
              anchor: aside ? 'start' : 'end',
              ...(aside && { box: { ...line.box, y: y + 15 } }),
              weight: 400,
              runs: [{ text: remark }],
            } as const,
          ]
        : []),
    ],
  };
}
