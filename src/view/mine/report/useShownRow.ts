import { useCallback, useEffect, useRef, useState } from 'react';
import { firstWriter } from '../../../core/checks/wrong-cell';
import { resultOf } from '../../../core/pass/nodes';
import { mistakesIn, type Report, type Row } from '../../../mine';
import { positionAt } from '../../../state/position';
import { selectIndex, selectTrace } from '../../../state/selectors';
import { useActions, useStore } from '../../store';

/**
 * The tensor that is looked at: what the shown step makes, so that the step views and this one stand at the same place.
 * A new report leads to its first mistake.
 */
export function useShownRow(report: Report | undefined) {
  const trace = useStore(selectTrace);
  const index = useStore(selectIndex);
  const { moveTo } = useActions();
  // A tensor that no step makes, such as dA[0], is looked at without one.
  const [picked, setPicked] = useState<{ readonly tensor: string; readonly index: number }>();
  const pick = useCallback(
    ({ tensor }: Row) => {
      const to = firstWriter(tensor, trace)?.index ?? 0;
      setPicked({ tensor, index: to });
      moveTo(positionAt(trace, to));
    },
    [trace, moveTo],
  );
  const told = useRef<Report>(undefined);
  const step = trace.steps[index - 1];
  const tensor = picked?.index === index ? picked.tensor : step && resultOf(step);
  const shown = report?.rows.find((row) => row.tensor === tensor);
  useEffect(() => {
    if (!report || told.current === report) return;
    told.current = report;
    const [first] = mistakesIn(report);
    if (first && shown?.verdict !== 'mistake') pick(first);
  }, [report, shown, pick]);
  return { shown, pick, index };
}
