import { FolderOpen } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { sizesOfChoice } from '../../../state/choice/choice';
import controls from '../../controls/controls.module.css';
import { FileInput } from '../../controls/FileInput';
import { useActions, useStore } from '../../store';
import styles from './Bring.module.css';
import { exampleFor } from './example';

/** What was pasted is opened as a file of this name. */
const PASTED = 'what was pasted';

/** So many characters at once are pasted, not typed. */
const AT_ONCE = 12;

/** So many characters are shown at most: a field with ten million takes the browser seconds. */
const SHOWN = 100_000;

/** How long somebody rests after typing until it is read, in ms. */
const PAUSE = 1200;

/** Where arrays are brought in: as files, or as Python printed them. Its children stand below. */
export function Bring({ children }: { children: ReactNode }) {
  const { open } = useActions();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  const example = useStore(({ choice }) => exampleFor(sizesOfChoice(choice)));
  const read = (text: string) => {
    clearTimeout(pause.current);
    if (text.trim() === '') return;
    // What is refused stays, to be corrected; of a very long text there is nothing to see in a field.
    setTyped(text.length > SHOWN ? '' : text);
    void open(new File([text], PASTED), { pasted: true }).then(
      (isOpened) => isOpened && setTyped((now) => (now === text ? '' : now)),
    );
  };
  return (
    <section className={styles.bring} aria-label="Your arrays">
      <button type="button" className={styles.dropHere} onClick={() => input.current?.click()}>
        <span>
          <FolderOpen size={15} aria-hidden="true" /> Open .npz, .npy, .csv, .json
        </span>
        <small>or drop them anywhere: nothing leaves this page</small>
      </button>
      <FileInput ref={input} label="Open your arrays" />
      <textarea
        aria-label="Paste what Python printed"
        placeholder={`or paste what Python printed:\n${example}`}
        rows={1 + example.split('\n').length}
        spellCheck={false}
        value={typed}
        onPaste={(event) => {
          // Read at once, since a field with ten million characters takes the browser seconds.
          const text = event.clipboardData.getData('text/plain');
          if (text === '') return;
          event.preventDefault();
          const { selectionStart, selectionEnd } = event.currentTarget;
          read(typed.slice(0, selectionStart) + text + typed.slice(selectionEnd));
        }}
        onChange={({ currentTarget: { value } }) => {
          if (value.length - typed.length >= AT_ONCE) return read(value);
          setTyped(value);
          clearTimeout(pause.current);
          if (/\]\s*$/.test(value)) pause.current = setTimeout(() => read(value), PAUSE);
        }}
      />
      {typed !== '' && (
        <button type="button" className={controls.button} onClick={() => read(typed)}>
          Check these
        </button>
      )}
      {children}
    </section>
  );
}
