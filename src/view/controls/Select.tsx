import { lazy, Suspense, useState } from 'react';
import { Chosen, type SelectProps } from './Chosen';
import styles from './controls.module.css';

const loadList = () => import('./SelectList').then(({ SelectList }) => ({ default: SelectList }));
const SelectList = lazy(loadList);

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
