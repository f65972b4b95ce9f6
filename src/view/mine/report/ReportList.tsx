import { spoken } from '../../../core/model/names';
import { conventionName, mistakesIn, type Report, type Row } from '../../../mine';
import type { Brought } from '../../../state/mine/brought';
import styles from './ReportList.module.css';
import { counted, inVerdict, signs } from './signs';

interface Props {
  readonly report: Report;
  readonly brought: Brought | undefined;
  readonly shown: Row | undefined;
  onPick(row: Row): void;
}

/** Every tensor of the pass, step by step, with its verdict. */
export function ReportList({ report, brought, shown, onPick }: Props) {
  const { rows, convention } = report;
  return (
    <section
      className={styles.report}
      aria-label="The pass, step by step"
      data-convention={conventionName(convention)}
      data-gradients={convention.gradients}
      data-cost={convention.cost}
    >
      <h2>The pass, step by step</h2>
      {brought && <p className={styles.tally}>{tally(report)}</p>}
      <ol>
        {rows.map((row) => (
          <li
            key={row.tensor}
            data-tensor={row.tensor}
            data-verdict={row.verdict}
            data-cause={row.verdict === 'mistake' ? (row.found?.id ?? 'unknown') : undefined}
          >
            <button
              type="button"
              aria-current={row.tensor === shown?.tensor || undefined}
              onClick={() => onPick(row)}
            >
              <strong>{spoken(row.tensor)}</strong>
              <span>
                <span aria-hidden="true">{signs[row.verdict]}</span> {inVerdict(row)}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the report comes to, in a sentence. */
function tally(report: Report): string {
  const count = (verdict: Row['verdict']) => report.rows.filter((row) => row.verdict === verdict).length;
  const wrong = mistakesIn(report).length;
  if (count('missing') === report.rows.length) return 'None of the arrays is one of this pass.';
  const follow = count('follows');
  return `${wrong === 0 ? 'No mistake' : counted(wrong, 'mistake')}${follow > 0 ? `, ${counted(follow, 'tensor')} that ${follow === 1 ? 'follows' : 'follow'}` : ''}, ${count('agrees')} right.`;
}
