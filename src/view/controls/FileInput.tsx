import type { Ref } from 'react';
import { useActions } from '../store';
import { openAll } from '../useFileDrop';
import controls from './controls.module.css';

/** What opens files, behind the button beside it: a click on it is what the browser asks for. */
export function FileInput({ label, ref }: { label: string; ref: Ref<HTMLInputElement> }) {
  const { open } = useActions();
  return (
    <input
      ref={ref}
      type="file"
      multiple
      aria-label={label}
      className={controls.hidden}
      tabIndex={-1}
      onChange={({ currentTarget }) => {
        openAll([...(currentTarget.files ?? [])], open);
        // So that the same file can be opened again.
        currentTarget.value = '';
      }}
    />
  );
}
