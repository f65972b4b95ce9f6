import { type KeepRuleName, keepRuleNames } from '../../core/model/keep-rules';

const first: readonly string[] = ['7 3', '2 3', '10 3 2 3', '4 2 1 2', '1 4', '12 5'];

/** How a keep rule's line is dashed, so that colour is not the only sign: no two rules alike. */
export function dashOf(rule: KeepRuleName): string {
  const at = keepRuleNames.indexOf(rule);
  return first[at] ?? `${2 * at + 2} 4`;
}
