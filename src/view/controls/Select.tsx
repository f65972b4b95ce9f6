import { useState } from 'react';
import { Guard } from '../guard/Guard';
import { later, useLater } from '../later';
import { Chosen, type SelectProps } from './Chosen';
import styles from './controls.module.css';

const list = later('SelectList', () => import('./SelectList'));

/** A list to choose one of. The list itself comes when it is first asked for: most never are. */
export function Select<T extends string>(props: SelectProps<T>) {
  const [asked, setAsked] = useState(false);
  const SelectList = useLater(list, asked, () => setAsked(false));
  // The list is given options of T and gives back one of their values.
  if (SelectList)
    return (
      <Guard part={`The list “${props.label}”`} over onLeave={() => setAsked(false)}>
        <SelectList {...props} onChange={(value) => props.onChange(value as T)} />
      </Guard>
    );
  return (
    <button
      type="button"
      role="combobox"
      aria-label={props.label}
      aria-expanded={false}
      aria-haspopup="listbox"
      aria-controls={undefined}
      className={styles.select}
      onPointerEnter={list.expect}
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
}
