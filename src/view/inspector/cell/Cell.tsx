import { cell as at } from '../../../core/math/matrix';
import { spoken } from '../../../core/model/names';
import type { Step } from '../../../core/pass/trace';
import { isChanged as isChangedByHand } from '../../../core/pass/what-if/tamper';
import { dependentPlaces, type Lit, sourcePlaces } from '../../../explain/cell-places';
import { explain } from '../../../explain/cell-sum';
import { inWords } from '../../../explain/numbers';
import { selectFrame, selectTrace } from '../../../state/selectors';
import { Segmented } from '../../controls/Segmented';
import { useShortcuts } from '../../keys/useShortcuts';
import { usePointing, usePointingActions, useStore } from '../../store';
import { Formula } from '../step/Formula';
import details from '../step/StepDetails.module.css';
import styles from './Cell.module.css';
import { applied, inSlots, isFunctionAlone, reckoned } from './cell-words';

const directions = [
  { value: 'sources', label: 'Comes from' },
  { value: 'dependents', label: 'Goes into' },
] as const;

/** What stands in the place of a sum: that there is none. */
const without = (step: Step | undefined): string =>
  step ? `was computed by ${step.op}, which has no sum of its own here yet.` : 'is given, not computed.';

/** The cell that is pinned: its sum with its own numbers, and where they come from or what depends on it. */
export function Cell() {
  const pinned = usePointing((state) => state.pinned);
  const lit = usePointing((state) => state.lit);
  const trace = useStore(selectTrace);
  const { index, places } = useStore(selectFrame);
  const { pin, light } = usePointingActions();
  useShortcuts({ Escape: () => pin(undefined) }, { enabled: pinned !== undefined });
  const place = pinned && places.get(pinned.place);
  if (!pinned || !place) return null;
  const { tensor } = place;
  const cell = { tensor, row: pinned.row, col: pinned.col };
  const explanation = explain(cell, trace, index);
  if (!explanation) return null;
  const { value, step, reckoning } = explanation;
  const isCached = Array.from(places.values()).some((other) => other.slot && other.tensor === tensor);
  const standing = at(place.value.matrix, cell.row, cell.col);
  const isChanged = place.slot && isChangedByHand(trace, tensor) && !Object.is(standing, value);
  const others = (lit === 'sources' ? sourcePlaces : dependentPlaces)(cell, trace, index);
  return (
    <section className={details.part} aria-label="Cell">
      <h2>
        Cell ({cell.row + 1}, {cell.col + 1}) of {spoken(tensor)}
      </h2>
      {isChanged && <p>Changed by hand to {inWords(standing)} in the cache. Before that:</p>}
      <p className={styles.sum} aria-live="polite">
        {inWords(value)} {reckoning ? `= ${reckoned(reckoning)}` : without(step)}
      </p>
      {reckoning?.of && !isFunctionAlone(reckoning) && <p>{applied(reckoning.of)}</p>}
      {reckoning?.of?.tex && <Formula tex={reckoning.of.tex} />}
      {step?.phase === 'recompute' && <p>Computed again in step {step.index}.</p>}
      <Segmented label="Lit on the stage" value={lit} options={directions} onChange={light} />
      <Others cells={others} />
      {place.lane !== 'cache' && isCached && (
        <p>To see who reads it out of a cache, pick a cell there and change it.</p>
      )}
    </section>
  );
}

function Others({ cells }: { cells: readonly Lit[] }) {
  if (cells.length === 0) return <p>Nothing.</p>;
  return (
    <ul className={styles.others}>
      {cells.map((cell) => (
        <li key={`${cell.place} ${cell.row} ${cell.col}`}>{inSlots(cell)}</li>
      ))}
    </ul>
  );
}
