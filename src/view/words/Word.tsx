import { Popover } from 'radix-ui';
import { type Word as Explained, type WordName, words } from '../../lessons/words';
import styles from './Words.module.css';

/** A word that is explained where it stands: it opens a sentence and a picture, by pointer, touch or keyboard. */
export function Word({ name, children }: { name: WordName; children: string }) {
  const { says, picture }: Explained = words[name];
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.word}>{children}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles.card} sideOffset={6} collisionPadding={10} aria-label={name}>
          <strong>{name}</strong>
          <p>{says}</p>
          <div className={styles.picture} aria-hidden="true">
            {picture.map((row) => (
              <div key={row.map(({ label }) => label).join()}>
                {row.map(({ label, state }) => (
                  <span key={label} data-state={state}>
                    {label}
                  </span>
                ))}
              </div>
            ))}
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
