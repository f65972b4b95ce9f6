import { useState } from 'react';
import type { CellOf } from '../../core/dependence';
import { spoken } from '../../core/names';
import { useStore } from '../../state/store';
import { changeCell, makeUnrelated, swapCells } from '../../state/what-if/edits';
import controls from '../controls/controls.module.css';
import { NumberField } from '../controls/NumberField';
import type { CachedCell } from './useCachedCell';
import styles from './WhatIf.module.css';

/** How far a nudge moves a cell. */
const NUDGE = 0.1;

/** The seed of numbers that have nothing to do with a pass. */
const SEED = 1;

const isSameCell = (a: CellOf, b: CellOf): boolean =>
  a.tensor === b.tensor && a.row === b.row && a.col === b.col;

const named = ({ tensor, row, col }: CellOf): string => `${spoken(tensor)} (${row + 1}, ${col + 1})`;

/** A number with as many digits as a field has room for. */
const short = (value: number): number => Number(value.toPrecision(4));

/** What can be done to a cached cell by hand. */
export function ChangeForm({ cell }: { cell: CachedCell }) {
  const [first, setFirst] = useState<CachedCell>();
  const { edit } = useStore.getState();
  const { tensor, value } = cell;
  const at: CellOf = { tensor, row: cell.row, col: cell.col };
  const set = (next: number) => edit(changeCell(at, next));
  const isBit = tensor.startsWith('mask');
  const isOther = first !== undefined && !isSameCell(first, cell);
  const swap = () => {
    edit(swapCells(first!, cell));
    setFirst(undefined);
  };
  return (
    <>
      <p>… the cache held something else in {named(cell)}?</p>
      <div className={styles.buttons}>
        {isBit ? (
          <Button onClick={() => set(1 - value)}>Flip the bit</Button>
        ) : (
          <>
            <NumberField
              key={named(cell)}
              label={`Value of ${named(cell)}`}
              value={short(value)}
              whole={false}
              onChange={set}
            />
            <Button onClick={() => set(Number.NaN)}>NaN</Button>
            <Button onClick={() => set(short(value - NUDGE))} title="A nudge down">
              −{NUDGE}
            </Button>
            <Button onClick={() => set(short(value + NUDGE))} title="A nudge up">
              +{NUDGE}
            </Button>
          </>
        )}
        {isOther ? (
          <Button onClick={swap}>Swap with {named(first)}</Button>
        ) : (
          <Button onClick={() => setFirst(first ? undefined : cell)} pressed={first !== undefined}>
            Swap with…
          </Button>
        )}
        <Button
          onClick={() => edit(makeUnrelated(tensor, SEED))}
          title={`Other numbers in all of ${spoken(tensor)}, that have nothing to do with this pass`}
        >
          Unrelated {spoken(tensor)}
        </Button>
      </div>
      {first && !isOther && <p aria-live="polite">Pick the other cell, in any cache.</p>}
    </>
  );
}

interface ButtonProps {
  readonly children: React.ReactNode;
  readonly title?: string;
  readonly pressed?: boolean;
  onClick(): void;
}

const Button = ({ children, title, pressed, onClick }: ButtonProps) => (
  <button type="button" className={controls.button} title={title} aria-pressed={pressed} onClick={onClick}>
    {children}
  </button>
);
