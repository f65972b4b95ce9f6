import { ChevronDown } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import styles from './controls.module.css';

/** One thing to choose. */
export interface Option<T extends string> {
  readonly value: T;
  readonly label?: string;
  /** What stands beside the label, in the list and once it is chosen; not part of its name. */
  readonly aside?: ReactNode;
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

const loadList = () => import('./SelectList').then(({ SelectList }) => ({ default: SelectList }));
const SelectList = lazy(loadList);

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

/** A list to choose one of. The list itself comes when it is first asked for: most never are. */
export function Select<T extends string>(props: SelectProps<T>) {
  const [asked, setAsked] = useState(false);
  const closed = (
    <button
      type="button"
      role="combobox"
      aria-label={props.label}
      aria-expanded={false}
      aria-haspopup="listbox"
      aria-controls={undefined}
      className={styles.select}
      onPointerEnter={() => void loadList()}
      onClick={() => setAsked(true)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        setAsked(true);
      }}
    >
      <Chosen {...props} />
    </button>
  );
  if (!asked) return closed;
  return (
    <Suspense fallback={closed}>
      {/* React.lazy forgets type parameters: the list is given options of T and gives back one of their values. */}
      <SelectList {...props} onChange={(value) => props.onChange(value as T)} />
    </Suspense>
  );
}
