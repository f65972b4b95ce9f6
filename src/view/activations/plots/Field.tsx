import styles from '../Activations.module.css';

/** What is said under a field: a sentence, and whether it is that something is wrong. */
export interface Saying {
  readonly text: string;
  readonly isOff: boolean;
  /** What a check found, where there was one. */
  readonly result?: 'pass' | 'fail' | 'unknown';
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly maxLength?: number;
  readonly says?: Saying & { readonly id: string };
  onChange(value: string): void;
}

/** A line of text under its label, and what there is to say of it. */
export function Field({ label, value, maxLength, says, onChange }: Props) {
  return (
    <div>
      <label>
        {label}
        <input
          value={value}
          maxLength={maxLength}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-invalid={says?.isOff}
          aria-describedby={says?.id}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      {says && (
        <p
          id={says.id}
          // One status: the slopes' lines speak too, but each reader asks for the formula's by its role.
          {...(says.id === 'formula-says' ? { role: 'status' } : { 'aria-live': 'polite' as const })}
          className={styles.hint}
          data-off={says.isOff}
          data-result={says.result}
        >
          {says.text}
        </p>
      )}
    </div>
  );
}
