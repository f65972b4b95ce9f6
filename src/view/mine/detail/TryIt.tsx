import { spoken } from '../../../core/model/names';
import type { Report, Row } from '../../../mine';
import controls from '../../controls/controls.module.css';
import { counted } from '../report/signs';
import styles from './Detail.module.css';

interface Props {
  readonly report: Report;
  readonly row: Row;
  readonly tried: boolean;
  onTry(): void;
}

/** Runs the page's pass with their mistakes in, and says whether their numbers come out. */
export function TryIt({ report, row, tried, onTry }: Props) {
  const given = report.rows.filter(({ theirs }) => theirs);
  const same = given.filter(({ isReproduced }) => isReproduced);
  return (
    <section aria-label="Try it">
      <h3>Try it</h3>
      <p>Run the page’s own pass, from X and the parameters on, with the mistakes that were named in it.</p>
      <button
        type="button"
        className={`${controls.primary} ${styles.primary}`}
        aria-pressed={tried}
        onClick={onTry}
      >
        {tried ? 'Show your own inputs again' : 'Run it with this mistake in'}
      </button>
      {tried && (
        <p role="status">
          {row.isReproduced
            ? `It gives your ${spoken(row.tensor)}, in every digit: `
            : `It does not give your ${spoken(row.tensor)}, since something before it has no name yet: `}
          {same.length} of the {counted(given.length, 'array')} that you brought come out as yours.
        </p>
      )}
    </section>
  );
}
