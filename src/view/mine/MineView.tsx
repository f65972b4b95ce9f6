import { passMoves } from '../../state/moves';
import { Guard } from '../guard/Guard';
import { useKeys } from '../keys/useKeys';
import type { Layout } from '../layout';
import appStyles from '../page/App.module.css';
import { useMoves } from '../timeline/useMoves';
import { Bring } from './bring/Bring';
import { Came } from './bring/Came';
import { Snippets } from './bring/Snippets';
import { Stray } from './bring/Stray';
import { Welcome } from './bring/Welcome';
import { Detail } from './detail/Detail';
import said from './detail/Detail.module.css';
import styles from './Mine.module.css';
import { ReportList } from './report/ReportList';
import { Strip } from './report/Strip';
import { useReport } from './report/useReport';
import { useShownRow } from './report/useShownRow';
import { Waiting } from './report/Waiting';

/** The rail, the margins of the room with the gaps in it, and the margins of a card. */
const RAIL = { wide: 312, medium: 280, narrow: 0 };
const GAPS = 48 + 2 * 16;
const CARD = 38;

/** How wide each of three heatmaps may be; one below the other on a phone. */
const heatWidth = ({ mode }: Layout): number =>
  mode === 'narrow'
    ? window.innerWidth - 2 * 16 - CARD
    : Math.max(150, Math.floor((window.innerWidth - RAIL[mode] - GAPS) / 3) - CARD);

/** Check mine: the reader's own arrays against the pass of the network that is open. */
export function MineView({ layout }: { layout: Layout }) {
  const { brought, stray, outcome, ...waiting } = useReport();
  const report = typeof outcome === 'object' ? outcome : undefined;
  const { shown, pick, index } = useShownRow(report);
  useKeys(useMoves(passMoves));
  const narrow = layout.mode === 'narrow';
  // On a phone what is wrong comes first, and then all the steps.
  const list = report && <ReportList report={report} brought={brought} shown={shown} onPick={pick} />;
  return (
    <main
      className={`${appStyles.main} ${styles.view}`}
      data-view="mine"
      data-mode={layout.mode}
      data-step={index}
    >
      <div className={styles.rail}>
        <Guard part="Bringing arrays in">
          <Bring>{brought && <Snippets />}</Bring>
        </Guard>
        {brought && report && <Came brought={brought} report={report} />}
        {!narrow && list}
      </div>
      <div className={styles.room}>
        <Guard part="The report">
          {typeof outcome === 'string' && <p role="alert">{outcome}</p>}
          {stray ? <Stray stray={stray} /> : !brought && <Welcome />}
          {brought && outcome === undefined && <Waiting {...waiting} />}
          {brought && report && shown && (
            <Detail key={shown.tensor} report={report} row={shown} width={heatWidth(layout)} onPick={pick} />
          )}
          {brought && report && !shown && <Summary />}
          {narrow && list}
        </Guard>
      </div>
      {report && (
        <div className={styles.bottom}>
          <Strip report={report} shown={shown} onPick={pick} />
        </div>
      )}
    </main>
  );
}

/** What is said before a step is looked at. */
function Summary() {
  return (
    <section className={said.said}>
      <h2>Pick a step to see yours beside the page’s.</h2>
      <p>→ and ← go along the steps; “Next mistake” goes to where something is wrong.</p>
    </section>
  );
}
