import type { ReactNode } from 'react';
import { isBits, parseName, spoken, spokenCell } from '../../core/model/names';
import type { CellOf } from '../../core/pass/dependence';
import type { CachedCell } from '../../state/what-if/cached-cell';
import { isSameCell } from '../../state/what-if/changes';
import { changeCell, nudgeCell, scramble, swapCells } from '../../state/what-if/edits';
import controls from '../controls/controls.module.css';
import { NumberField } from '../controls/NumberField';
import { useAttempt } from './useAttempt';
import styles from './WhatIf.module.css';

/** How far a nudge moves a cell. */
const NUDGE = 0.1;

const isBit = ({ tensor }: CellOf): boolean => isBits(parseName(tensor).kind);

const named = ({ tensor, row, col }: CellOf): string => spokenCell(tensor, row, col);

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
          onClick={() => attempt(scramble(tensor))}
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
    <Button onClick={swap} disabled={!isLike} {...(!isLike && { title: 'A bit is not a number' })}>
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
