import { Minus, Plus } from 'lucide-react';
import { useId, useState } from 'react';
import styles from './controls.module.css';

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

/** A field for a number. What is no such number is answered with a sentence, and changes nothing. */
export function NumberField({ label, value, whole = true, least, most, steps, disabled, onChange }: Props) {
  const [draft, setDraft] = useState<string>();
  const sentence = useId();
  const lowest = least ?? -Infinity;
  const highest = most ?? Infinity;
  const isFine = (x: number) =>
    Number.isFinite(x) && (!whole || Number.isInteger(x)) && x >= lowest && x <= highest;
  const wrong = draft !== undefined && (draft.trim() === '' || !isFine(Number(draft)));
  const change = (text: string) => {
    setDraft(text);
    if (text.trim() !== '' && isFine(Number(text))) onChange(Number(text));
  };
  const range =
    least !== undefined && most !== undefined ? ` from ${least} to ${most.toLocaleString('en')}` : '';
  return (
    <span className={styles.number} data-wrong={wrong}>
      {steps && (
        <button
          type="button"
          aria-label={steps[0]}
          disabled={disabled || value <= lowest}
          onClick={() => onChange(value - 1)}
        >
          <Minus size={13} aria-hidden="true" />
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
        onBlur={() => setDraft(undefined)}
        onKeyDown={(event) => {
          const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
          if (!by || !whole || !isFine(value + by)) return;
          event.preventDefault();
          setDraft(undefined);
          onChange(value + by);
        }}
      />
      {steps && (
        <button
          type="button"
          aria-label={steps[1]}
          disabled={disabled || value >= highest}
          onClick={() => onChange(value + 1)}
        >
          <Plus size={13} aria-hidden="true" />
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
