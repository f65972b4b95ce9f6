import type { Frame, Lane } from '../../../core/pass/frame';
import { isTampered } from '../../../core/pass/tamper';
import type { Trace } from '../../../core/pass/trace';
import type { Box, CardBox, LaneBox } from '../layout/geometry';
import type { CacheTitle } from '../layout/rows';
import { laneOfPhase, laneTitles } from '../words/lanes';
import { headingWords } from '../words/remark';
import type { RectCommand, TextCommand } from './command';
import type { CardThing, HeadingThing, LaneThing } from './thing';
import type { Tone } from './tones';

const laneTones: Record<Lane, Tone> = { forward: 'forward', cache: 'ink-faint', backward: 'backward' };

/** The title of a lane along its left edge; that of the caches says whether one was changed by hand. */
export function laneThing({ lane, ...box }: LaneBox, trace: Trace): LaneThing {
  const tampered = lane === 'cache' && isTampered(trace);
  const title: TextCommand = {
    kind: 'text',
    sign: 'lane',
    box,
    anchor: 'middle',
    turned: true,
    runs: [
      { text: laneTitles[lane] },
      ...(tampered ? [{ text: ', tampered with', tone: 'alarm' as const }] : []),
    ],
    size: 11.5,
    weight: 700,
    tone: laneTones[lane],
    font: 'capitals',
  };
  return { part: 'lane', key: lane, lane, commands: [title] };
}

/** The titles of a layer's card: which layer it is on the left, and its activation, or X, on the right. */
function titles({ x, y, width }: Box, layer: number, activation: string | undefined): TextCommand[] {
  const title = {
    kind: 'text',
    box: { x: x + 10, y: y + 8, width: width - 20, height: 15 },
    size: 12.5,
    weight: 650,
  } as const;
  return [
    {
      ...title,
      sign: 'layer',
      anchor: 'start',
      tone: 'ink',
      runs: [{ text: layer === 0 ? 'Input' : `Layer ${layer}` }],
    },
    { ...title, sign: 'activation', anchor: 'end', tone: 'forward', runs: [{ text: activation ?? 'X' }] },
  ];
}

/** A layer's card in a lane; that of the step is marked in the lane's colour. */
export function cardThing({ lane, layer, ...box }: CardBox, trace: Trace, { step }: Frame): CardThing {
  const activation = trace.model.layers[layer - 1]?.activation;
  const isCurrent = layer > 0 && step?.layer === layer && laneOfPhase[step.phase] === lane;
  const tone: Tone = isCurrent ? (lane === 'cache' ? 'recompute' : lane) : 'line';
  const card: RectCommand = {
    kind: 'rect',
    sign: isCurrent ? 'current' : 'card',
    box,
    radius: 10,
    fill: lane === 'cache' ? 'panel' : 'paper',
    // Thicker to the outside, so that nothing in it moves.
    edge: { tone, width: 1, style: 'solid', ...(isCurrent && { outside: 1 }) },
  };
  return {
    part: 'card',
    key: `${lane}${layer}`,
    box,
    lane,
    layer,
    activation,
    commands: [...(layer > 0 ? [card] : []), ...(lane === 'forward' ? titles(box, layer, activation) : [])],
  };
}

/** The title of a cache, with what there is to say of it now. */
export function headingThing(of: Box & CacheTitle, trace: Trace, frame: Frame): HeadingThing {
  const { title, remark } = headingWords(frame, trace, of, of.width);
  const { x, y, width } = of;
  const line = { kind: 'text', box: { x, y, width, height: 15 }, weight: 400, tone: 'ink-soft' } as const;
  return {
    part: 'heading',
    key: `${x},${y}`,
    box: { x, y, width, height: of.height },
    commands: [
      { ...line, sign: 'cache', anchor: 'start', size: 11, font: 'mono', runs: [{ text: title }] },
      ...(remark
        ? [{ ...line, sign: 'remark', anchor: 'end', size: 11, runs: [{ text: remark }] } as const]
        : []),
    ],
  };
}
