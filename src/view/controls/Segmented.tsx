import { ToggleGroup } from 'radix-ui';
import styles from './controls.module.css';

interface Props<T extends string> {
  readonly label: string;
  /** None is chosen where it is undefined. */
  readonly value: T | undefined;
  readonly options: readonly { readonly value: T; readonly label?: string; readonly title?: string }[];
  onChange(value: T): void;
}

/** A few things side by side, one of which is chosen. */
export function Segmented<T extends string>({ label, value, options, onChange }: Props<T>) {
  return (
    <ToggleGroup.Root
      type="single"
      // Every button is reached by Tab, and the arrows stay with the steps of the pass.
      rovingFocus={false}
      className={styles.segmented}
      aria-label={label}
      value={value ?? ''}
      onValueChange={(next) => next && onChange(next as T)}
    >
      {options.map((option) => (
        <ToggleGroup.Item key={option.value} value={option.value} title={option.title}>
          {option.label ?? option.value}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
