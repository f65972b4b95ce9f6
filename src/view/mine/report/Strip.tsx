import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight, type LucideIcon } from 'lucide-react';
import { spoken } from '../../../core/model/names';
import { mistakesIn, type Report, type Row } from '../../../mine';
import controls from '../../controls/controls.module.css';
import { MoveButton } from '../../controls/MoveButton';
import detail from '../detail/Detail.module.css';
import { useInView } from '../detail/useInView';
import styles from './Strip.module.css';
import { inVerdict, signs } from './signs';

interface Props {
  readonly report: Report;
  readonly shown: Row | undefined;
  onPick(row: Row): void;
}

/** The steps of the pass in a row, each with the sign of its verdict, and the buttons that go along them. */
export function Strip({ report, shown, onPick }: Props) {
  const { rows } = report;
  const list = useInView<HTMLOListElement>(shown);
  const at = rows.findIndex(({ tensor }) => tensor === shown?.tensor);
  const wrong = mistakesIn(report);
  const nextWrong = wrong.find((row) => rows.indexOf(row) > at) ?? wrong[0];
  const go = (to: number) => rows[to] && onPick(rows[to]);
  const button = (name: string, Icon: LucideIcon, to: number, disabled: boolean) => (
    <MoveButton name={name} Icon={Icon} disabled={disabled} onClick={() => go(to)} />
  );
  return (
    <nav className={styles.strip} aria-label="Steps of the pass">
      <div className={styles.stepper}>
        {button('First step', ChevronsLeft, 0, at <= 0)}
        {button('Previous step', ChevronLeft, at - 1, at <= 0)}
        {button('Next step', ChevronRight, at + 1, at === rows.length - 1)}
        {button('Last step', ChevronsRight, rows.length - 1, at === rows.length - 1)}
        <button
          type="button"
          className={`${controls.primary} ${detail.primary}`}
          disabled={!nextWrong}
          onClick={() => nextWrong && onPick(nextWrong)}
        >
          Next mistake
        </button>
      </div>
      <ol ref={list} className={styles.marks}>
        {rows.map((row) => (
          <li key={row.tensor} data-mark={row.verdict}>
            <button
              type="button"
              aria-label={`${spoken(row.tensor)}: ${inVerdict(row)}`}
              aria-current={row === shown ? 'step' : undefined}
              onClick={() => onPick(row)}
            >
              <span aria-hidden="true">{signs[row.verdict]}</span>
              <small aria-hidden="true">{spoken(row.tensor).replace(/[[\]]/g, '')}</small>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
