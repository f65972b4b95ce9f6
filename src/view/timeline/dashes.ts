import type { KeepRuleName } from '../../core/model/keep-rules';

/** How each keep rule's line is dashed, so that colour is not the only sign. */
export const dashes: Record<KeepRuleName, string> = {
  Z: '7 3',
  A: '2 3',
  ZA: '10 3 2 3',
  mask: '4 2 1 2',
  slope: '1 4',
  none: '12 5',
};
