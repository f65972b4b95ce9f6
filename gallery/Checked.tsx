import { Line } from '../src/view/checks/CheckedLine';
import { rulesLine } from '../src/view/checks/rules-line';
import { slopesLine } from '../src/view/checks/slopes-line';
import { passOf } from '../tests/examples/networks';
import { slopeReports, wrongCells } from '../tests/examples/slope-reports';
import styles from './Gallery.module.css';
import { State } from './State';

/** The lines of the checks, as they come out. */
export function Checked() {
  const trace = passOf('what the page opens on');
  const off = { error: 0.04, wrongCell: { run: 'A', by: 'Z', ...wrongCells[0]! } } as const;
  return (
    <div className={styles.row}>
      {Object.entries(slopeReports).map(([name, report]) => (
        <State key={name} rail of={`Central differences: ${name}`}>
          <ul>
            <Line line={slopesLine(report, trace)} />
          </ul>
        </State>
      ))}
      {[undefined, { error: 0 }, off].map((report, i) => (
        <State
          key={report?.error ?? 'none'}
          rail
          of={`Keep rules: ${['nothing known yet', 'all right', 'off'][i]}`}
        >
          <ul>
            <Line line={rulesLine(report, trace)} />
          </ul>
        </State>
      ))}
    </div>
  );
}
