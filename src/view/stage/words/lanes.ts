import type { Lane } from '../../../core/pass/frames/place';
import type { Phase } from '../../../core/pass/trace';

/** The lane in which a phase's steps happen. */
export const laneOfPhase: Record<Phase, Lane> = {
  forward: 'forward',
  loss: 'forward',
  recompute: 'cache',
  backward: 'backward',
};

/** What each lane is called. */
export const laneTitles: Record<Lane, string> = {
  forward: 'Forward →',
  cache: 'Cache',
  backward: '← Backward',
};
