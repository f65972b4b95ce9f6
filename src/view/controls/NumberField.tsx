import { Minus, Plus } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { grouped } from '../../explain/numbers';
import styles from './controls.module.css';

/* The same elements each time, which React then leaves alone. */
const minus = <Minus size={13} aria-hidden="true" />;
const plus = <Plus size={13} aria-hidden="true" />;

interface Props {
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly most?: number;
  /** Whole numbers only, with a button for one more and one for one less. */
  readonly whole?: boolean;
  /** What one less and one more are called; without it there are no such buttons. */
  readonly steps?: readonly [less: string, more: string];
  readonly disabled?: boolean;
  onChange(value: number): void;
}

/** How long somebody rests after typing until what they typed counts, in ms. */
const PAUSE = 500;

/**
 * A field for a number. A typed one counts once, on Enter, when the field is left or after a pause; what is no such number
 * is answered with a sentence, and changes nothing. Where the model then has another number, the field shows that one.
 */
export function NumberField({ label, value, whole = true, least, most, steps, disabled, onChange }: Props) {
  const [draft, setDraft] = useState<string>();
  const sentence = useId();
  const lowest = least ?? -Infinity;
  const highest = most ?? Infinity;
  const isFine = (x: number) =>
    Number.isFinite(x) && (!whole || Number.isInteger(x)) && x >= lowest && x <= highest;
  const wrong = draft !== undefined && (draft.trim() === '' || !isFine(Number(draft)));
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  const step = (by: number) => {
    clearTimeout(pause.current);
    // What is being typed counts as the number to step from.
    const from = draft === undefined || wrong ? value : Number(draft);
    setDraft(undefined);
    if (isFine(from + by)) onChange(from + by);
  };
  const commit = (text: string | undefined) => {
    clearTimeout(pause.current);
    if (text === undefined || text.trim() === '' || !isFine(Number(text))) return;
    setDraft(undefined);
    if (Number(text) !== value) onChange(Number(text));
  };
  const change = (text: string) => {
    setDraft(text);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => latest.current(text), PAUSE);
  };
  // A pause may end after the field was drawn anew, with another model to change.
  const latest = useRef(commit);
  latest.current = commit;
  const range = least !== undefined && most !== undefined ? ` from ${least} to ${grouped(most)}` : '';
  return (
    <span className={styles.number} data-wrong={wrong}>
      {steps && (
        <button
          type="button"
          aria-label={steps[0]}
          disabled={disabled || value <= lowest}
          onClick={() => step(-1)}
        >
          {minus}
        </button>
      )}
      <input
        type="text"
        inputMode={whole ? 'numeric' : 'decimal'}
        role="spinbutton"
        aria-label={label}
        aria-valuenow={Number.isFinite(value) ? value : undefined}
        aria-valuetext={Number.isFinite(value) ? undefined : String(value)}
        aria-valuemin={least}
        aria-valuemax={most}
        aria-invalid={wrong}
        aria-describedby={wrong ? sentence : undefined}
        disabled={disabled}
        value={draft ?? String(value)}
        onChange={(event) => change(event.target.value)}
        onBlur={() => {
          commit(draft);
          setDraft(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit(draft);
          if (event.key === 'Escape') setDraft(undefined);
          const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
          if (!by || !whole) return;
          event.preventDefault();
          step(by);
        }}
      />
      {steps && (
        <button
          type="button"
          aria-label={steps[1]}
          disabled={disabled || value >= highest}
          onClick={() => step(1)}
        >
          {plus}
        </button>
      )}
      {wrong && (
        <span id={sentence} role="alert" className={styles.complaint}>
          Expected a {whole ? 'whole ' : ''}number{range}.
        </span>
      )}
    </span>
  );
}
