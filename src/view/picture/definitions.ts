import type { Command } from '../stage/drawing/command';
import type { Look } from './look';
import { element } from './xml';

/** What commands refer to: the hatch's lines and the head of the arrows. */
export function definitionsFor(commands: readonly Command[], { tones }: Look): string {
  const hatch = commands.find((command) => command.kind === 'hatch');
  const arrow = commands.find((command) => command.kind === 'line' && command.arrow);
  const pattern =
    hatch &&
    element(
      'pattern',
      {
        id: 'unread',
        width: hatch.every,
        height: hatch.every,
        patternUnits: 'userSpaceOnUse',
        patternTransform: 'rotate(-45)',
      },
      element('rect', { width: hatch.every, height: hatch.width, fill: tones[hatch.edge.tone] }),
    );
  const size = { refX: 6, refY: 5, markerWidth: 4, markerHeight: 4 };
  const head =
    arrow?.kind === 'line' &&
    element(
      'marker',
      { id: 'arrow', viewBox: '0 0 10 10', ...size, orient: 'auto' },
      element('path', { d: 'M0,0 L10,5 L0,10 z', fill: tones[arrow.tone] }),
    );
  return pattern || head ? element('defs', {}, `${pattern ?? ''}${head || ''}`) : '';
}
