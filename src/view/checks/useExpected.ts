import { useMemo } from 'react';
import type { Expected, ExpectedReport } from '../../core/checks/expected/expected';
import { selectExpected, selectExpectedReport } from '../../state/opening/expected';
import { isPassAtOnce } from '../../state/passes/size';
import { useStore } from '../store';
import { useErrand } from '../useErrand';

/**
 * What the file of the data expects, and how the pass that is shown compares with it: at once, or once a large pass is
 * compared. Undefined where it expects nothing.
 */
export function useExpected(): { expected: Expected; report: ExpectedReport | undefined } | undefined {
  const choice = useStore((state) => state.choice);
  const isSmall = isPassAtOnce(choice);
  const expected = useStore(selectExpected);
  const here = useStore((state) => (isSmall ? selectExpectedReport(state) : undefined));
  const asked = useMemo(
    () => (isSmall || !expected ? undefined : { choice, expected: [...expected] }),
    [isSmall, choice, expected],
  );
  const there = useErrand('expected', asked);
  return expected && { expected, report: here ?? there };
}
