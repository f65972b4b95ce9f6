import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './controls.module.css';

/** One thing to choose. */
export interface Option<T extends string> {
  readonly value: T;
  readonly label?: string;
  /** What stands beside the label, in the list and once it is chosen; not part of its name. */
  readonly aside?: ReactNode;
  /** The title under which it stands in the list, together with its neighbours of the same group. */
  readonly group?: string;
}

/** A list to choose one of. */
export interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T | undefined;
  readonly placeholder?: string;
  /** Written before what is chosen, not part of its name. */
  readonly prefix?: string;
  /** Without the arrow, where there is little room. */
  readonly compact?: boolean;
  readonly options: readonly Option<T>[];
  onChange(value: T): void;
}

/** What a closed select shows. */
export function Chosen<T extends string>({ value, placeholder, prefix, compact, options }: SelectProps<T>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <>
      {prefix && <span aria-hidden="true">{prefix}</span>}
      <span>{chosen ? (chosen.label ?? chosen.value) : placeholder}</span>
      <span className={styles.aside} aria-hidden="true">
        {!prefix && chosen?.aside}
        {!compact && <ChevronDown size={14} />}
      </span>
    </>
  );
}
