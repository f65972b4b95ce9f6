import { useState } from 'react';
import { spoken } from '../../../core/model/names';
import { mistakesIn, type Report, type Row } from '../../../mine';
import controls from '../../controls/controls.module.css';
import styles from './Detail.module.css';
import { Heats } from './Heats';
import { TryIt } from './TryIt';

interface Props {
  readonly report: Report;
  readonly row: Row;
  readonly width: number;
  onPick(row: Row): void;
}

/** One tensor: what is said of it, theirs beside what it should be, and at a mistake the line that does it. */
export function Detail({ report, row, width, onPick }: Props) {
  const [tried, setTried] = useState(false);
  const wrong = mistakesIn(report);
  const number = wrong.findIndex(({ tensor }) => tensor === row.tensor);
  const next = number < 0 ? wrong[0] : wrong[(number + 1) % wrong.length];
  return (
    <div className={styles.detail}>
      <section
        className={styles.said}
        data-verdict={row.verdict}
        aria-live="polite"
        aria-label="What is said of it"
      >
        <p className={styles.kicker}>
          {number >= 0 ? `Mistake ${number + 1} of ${wrong.length} · ` : ''}
          {spoken(row.tensor)}
        </p>
        <h2>{titleOf(row)}</h2>
        <p>{saidOf(row)}</p>
        {next && next.tensor !== row.tensor && (
          <button type="button" className={controls.button} onClick={() => onPick(next)}>
            Next mistake: {spoken(next.tensor)}
          </button>
        )}
      </section>
      <Heats row={row} tried={tried} width={width} />
      {row.found && (
        <div className={styles.two}>
          <section aria-label="The code">
            <h3>What your code did</h3>
            <pre>{row.found.wrong}</pre>
            <h3>What it should say</h3>
            <pre>{row.found.right}</pre>
          </section>
          <TryIt report={report} row={row} tried={tried} onTry={() => setTried(!tried)} />
        </div>
      )}
      {row.verdict === 'mistake' && (
        <p className={styles.promise}>
          Nothing is guessed: a cause is named only when it reproduces every cell of your array from your own
          arrays.
        </p>
      )}
    </div>
  );
}

function titleOf({ verdict, tensor, found, from }: Row): string {
  const name = spoken(tensor);
  if (verdict === 'agrees') return `Your ${name} is right.`;
  if (verdict === 'missing') return `You brought no ${name}.`;
  if (verdict === 'mistake') return found?.title ?? `Your ${name} is not what its inputs give.`;
  return from.length > 0
    ? `Your ${name} is computed correctly, from something wrong: ${from.map(spoken).join(' and ')}.`
    : `Your ${name} is computed correctly from your own numbers.`;
}

function saidOf({ verdict, found, remark, from }: Row): string {
  if (found) return `${found.cells} ${found.why}`;
  if (verdict === 'mistake')
    return `${remark} None of the mistakes known here gives these numbers, so none is named.`;
  if (verdict === 'follows')
    return `Every cell is what your own inputs of this step give.${from.length > 0 ? ' Fix that, and this will be right by itself.' : ''}`;
  if (verdict === 'agrees') return 'Every cell agrees with the right pass, in all the digits that it has.';
  return 'This is what the right pass has. Bring yours to have it compared.';
}
