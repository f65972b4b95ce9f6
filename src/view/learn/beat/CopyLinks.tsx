import { Code, Link2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { foldedHash, frameOf, frameSize } from '../../../state/learning/embed';
import { useActions } from '../../store';
import styles from '../Lesson.module.css';
import { copy } from './copy';

interface Props {
  /** The part of the address behind #. */
  readonly hash: string;
  /** What it leads to, for those who hear of the frame. */
  readonly title: string;
  /** What stands beside them. */
  readonly children?: ReactNode;
}

/** Copies a link, and the frame by which a course's site shows what it leads to. */
export function CopyLinks({ hash, title, children }: Props) {
  const { notify } = useActions();
  const addressOf = (part: string) => new URL(part, window.location.href).href;
  const { width, height } = frameSize;
  return (
    <span className={styles.links}>
      <button
        type="button"
        className={styles.plain}
        onClick={() => void copy(addressOf(hash), 'The link is copied.', notify)}
      >
        <Link2 size={14} aria-hidden="true" /> Copy link
      </button>
      <button
        type="button"
        className={styles.plain}
        title={`An iframe of ${width} × ${height}, for a course’s site`}
        onClick={() =>
          void copy(
            frameOf(addressOf(foldedHash(hash)), title),
            `The frame is copied, ${width} × ${height}: paste it into your page’s HTML.`,
            notify,
          )
        }
      >
        <Code size={14} aria-hidden="true" /> Copy embed
      </button>
      {children}
    </span>
  );
}
