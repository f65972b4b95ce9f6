import type { ReactNode } from 'react';
import { spoken, spokenCell } from '../../core/model/names';
import type { CellOf } from '../../core/pass/dependence';
import type { Edit } from '../../state/choice/edits';
import type { CachedCell } from '../../state/what-if/cached-cell';
import { changeCell, makeUnrelated, nudgeCell, swapCells } from '../../state/what-if/edits';
import { isSameCell, MOST_CHANGES } from '../../state/what-if/schema';
import controls from '../controls/controls.module.css';
import { NumberField } from '../controls/NumberField';
import { useStoreApi } from '../store';
import styles from './WhatIf.module.css';

/** How far a nudge moves a cell. */
const NUDGE = 0.1;

/** The seed of numbers that have nothing to do with a pass. */
const SEED = 1;

const isBit = ({ tensor }: CellOf): boolean => tensor.startsWith('mask');

const named = ({ tensor, row, col }: CellOf): string => spokenCell(tensor, row, col);

/** Makes a change, unless there would be more than a link can hold. */
function useAttempt(): (edit: Edit) => void {
  const { getState } = useStoreApi();
  return (edit) => {
    const { choice, edit: change, notify } = getState();
    const { tampered = [] } = edit(choice);
    if (tampered.length <= MOST_CHANGES) change(edit);
    else notify(`There can be ${MOST_CHANGES} changes by hand at a time. Put some back first.`);
  };
}

interface Props {
  readonly cell: CachedCell;
  /** The cell that the next one is swapped with. */
  readonly first: CachedCell | undefined;
  setFirst(first: CellOf | undefined): void;
}

/** What can be done to a cached cell by hand. */
export function ChangeForm({ cell, first, setFirst }: Props) {
  const { tensor, value } = cell;
  const attempt = useAttempt();
  const set = (next: number) => attempt(changeCell(cell, next, cell.computed));
  return (
    <>
      <p>… the cache held something else in {named(cell)}?</p>
      <div className={styles.buttons}>
        {isBit(cell) ? (
          <Button onClick={() => set(1 - value)}>Flip the bit</Button>
        ) : (
          <>
            <NumberField
              key={named(cell)}
              label={`Value of ${named(cell)}`}
              value={Number(value.toPrecision(4))}
              whole={false}
              onChange={set}
            />
            <Button onClick={() => set(Number.NaN)}>NaN</Button>
            <Button onClick={() => attempt(nudgeCell(cell, -NUDGE))} title="A nudge down">
              −{NUDGE}
            </Button>
            <Button onClick={() => attempt(nudgeCell(cell, NUDGE))} title="A nudge up">
              +{NUDGE}
            </Button>
          </>
        )}
        <Swap cell={cell} first={first} setFirst={setFirst} />
        <Button
          onClick={() => attempt(makeUnrelated(tensor, SEED))}
          title={`Other numbers in all of ${spoken(tensor)}, that have nothing to do with this pass`}
        >
          Unrelated {spoken(tensor)}
        </Button>
      </div>
    </>
  );
}

/** Takes the cell as the first of two, or swaps it with the first. */
function Swap({ cell, first, setFirst }: Props) {
  const attempt = useAttempt();
  if (!first || isSameCell(first, cell))
    return (
      <Button onClick={() => setFirst(first ? undefined : cell)} pressed={first !== undefined}>
        Swap with…
      </Button>
    );
  const swap = () => {
    attempt(swapCells(first, cell));
    setFirst(undefined);
  };
  const isLike = isBit(first) === isBit(cell);
  return (
    <Button onClick={swap} disabled={!isLike} {...(!isLike && { title: 'A bit is no number' })}>
      Swap with {named(first)}
    </Button>
  );
}

interface ButtonProps {
  readonly children: ReactNode;
  readonly title?: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  onClick(): void;
}

const Button = ({ children, pressed, ...props }: ButtonProps) => (
  <button type="button" className={controls.button} aria-pressed={pressed} {...props}>
    {children}
  </button>
);
