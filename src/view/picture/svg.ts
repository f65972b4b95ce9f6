import type { Model } from '../../core/model/model';
import type { Frame } from '../../core/pass/frame';
import { isTampered } from '../../core/pass/tamper';
import type { Trace } from '../../core/pass/trace';
import { sentenceOf } from '../../explain/sentences';
import { type Scales, scaleKindOf } from '../../state/scales';
import { painter, type ThemeName } from '../stage/colours';
import { connectionsOf } from '../stage/connections';
import type { Box, CardBox, Geometry, LaneBox } from '../stage/geometry';
import { laneOfPhase, laneTitles } from '../stage/lanes';
import { headingWords } from '../stage/remark';
import type { CacheTitle } from '../stage/rows';
import { heatmapSvg } from './heatmap';
import type { Tones } from './tones';
import { element, escaped } from './xml';

/** A step of a pass as a picture shows it. */
export interface Shown {
  readonly name: string;
  readonly trace: Trace;
  readonly frame: Frame;
  readonly scales: Scales;
  readonly geometry: Geometry;
  readonly theme: ThemeName;
  readonly tones: Tones;
}

const laneTitle = ({ lane, x, y, width, height }: LaneBox, { trace, tones }: Shown): string => {
  const [across, down] = [x + width / 2 + 4, y + height / 2];
  return element(
    'text',
    {
      transform: `translate(${across} ${down}) rotate(-90)`,
      'text-anchor': 'middle',
      'font-size': 11.5,
      'font-weight': 700,
      fill: lane === 'cache' ? tones['ink-faint'] : tones[lane],
    },
    escaped(laneTitles[lane].toUpperCase()) +
      (lane === 'cache' && isTampered(trace)
        ? element('tspan', { fill: tones.alarm }, ', TAMPERED WITH')
        : ''),
  );
};

function card({ lane, layer, x, y, width, height }: CardBox, { frame, trace, tones }: Shown): string {
  const current = frame.step?.layer === layer && laneOfPhase[frame.step.phase] === lane;
  const stroke = current ? tones[lane === 'cache' ? 'read' : lane] : tones.line;
  const ground = element('rect', {
    x,
    y,
    width,
    height,
    rx: 10,
    fill: lane === 'cache' ? tones.panel : tones.paper,
    stroke,
    'stroke-width': current ? 2 : 1,
  });
  const title = { y: y + 19, 'font-size': 12.5, 'font-weight': 650 };
  const activation = trace.model.layers[layer - 1]?.activation ?? 'X';
  const words =
    element('text', { ...title, x: x + 9, fill: tones.ink }, layer === 0 ? 'Input' : `Layer ${layer}`) +
    element(
      'text',
      { ...title, x: x + width - 9, 'text-anchor': 'end', fill: tones.forward },
      escaped(activation),
    );
  return (layer === 0 ? '' : ground) + (lane === 'forward' ? words : '');
}

function heading(of: Box & CacheTitle, frame: Frame, model: Model, tones: Tones): string {
  const { title, remark } = headingWords(frame, model, of, of.width);
  const line = { y: of.y + 11, 'font-size': 10, fill: tones['ink-soft'] };
  return (
    element('text', { ...line, x: of.x, 'font-family': 'ui-monospace, Menlo, Consolas, monospace' }, title) +
    (remark && element('text', { ...line, x: of.x + of.width, 'text-anchor': 'end' }, escaped(remark)))
  );
}

const definitions = (tones: Tones): string =>
  element(
    'defs',
    {},
    element(
      'pattern',
      { id: 'unread', width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(-45)' },
      element('rect', { width: 5, height: 1.2, fill: tones.hatch }),
    ) +
      element(
        'marker',
        {
          id: 'arrow',
          viewBox: '0 0 10 10',
          refX: 6,
          refY: 5,
          markerWidth: 5,
          markerHeight: 5,
          orient: 'auto',
        },
        element('path', { d: 'M0,0 L10,5 L0,10 z', fill: tones.read }),
      ),
  );

/** The lines from the slots that a step reads; a halo keeps them apart from what they cross. */
const lines = ({ frame, geometry, tones }: Shown): string[] =>
  connectionsOf(frame, geometry).map(({ d }) => {
    const path = { d, fill: 'none' };
    return (
      element('path', { ...path, stroke: tones.paper, 'stroke-width': 5, opacity: 0.8 }) +
      element('path', { ...path, stroke: tones.read, 'stroke-width': 2, 'marker-end': 'url(#arrow)' })
    );
  });

/** The stage as the pieces of an SVG file that needs nothing else: the theme's colours are in it, and its numbers as text. */
export function stageSvg(shown: Shown): string[] {
  const { name, trace, frame, scales, geometry, theme, tones } = shown;
  const { width, height, lanes, cards, headings, boxes } = geometry;
  const step = frame.step ? sentenceOf(frame.step, trace) : 'Before the first step.';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif">`,
    element('title', {}, escaped(`${name}, step ${frame.index} of ${trace.steps.length}`)),
    element('desc', {}, escaped(step)),
    definitions(tones),
    element('rect', { width, height, fill: tones.ground }),
    ...lanes.map((lane) => laneTitle(lane, shown)),
    ...cards.map((box) => card(box, shown)),
    ...headings.map((box) => heading(box, frame, trace.model, tones)),
    ...Array.from(boxes, ([key, box]) => {
      const place = frame.places.get(key)!;
      const paint = painter(scales[scaleKindOf(place.tensor)], theme);
      return heatmapSvg(place, place.value.matrix, box, paint, tones);
    }),
    ...lines(shown),
    '</svg>\n',
  ];
}
