import styles from './controls.module.css';

interface Props<T extends string> {
  readonly label: string;
  /** None is chosen where it is undefined. */
  readonly value: T | undefined;
  readonly options: readonly { readonly value: T; readonly label?: string; readonly title?: string }[];
  onChange(value: T): void;
}

/**
 * A few things side by side, one of which is chosen. Plain buttons: radios would take the arrow keys, which belong to
 * the steps of the pass.
 */
export function Segmented<T extends string>({ label, value, options, onChange }: Props<T>) {
  return (
    <fieldset className={styles.segmented} aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          title={option.title}
          aria-pressed={option.value === value}
          onClick={() => option.value !== value && onChange(option.value)}
        >
          {option.label ?? option.value}
        </button>
      ))}
    </fieldset>
  );
}
