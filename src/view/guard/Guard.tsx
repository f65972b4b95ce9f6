import { type ReactNode, useEffect, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import controls from '../controls/controls.module.css';
import { useStore, useStoreApi } from '../store';
import { Broken } from './Broken';
import styles from './Guard.module.css';

interface Props {
  /** What it is, as a sentence begins with it: "The timeline". */
  readonly part: string;
  /** Whether nothing of the page is left without it. */
  readonly isAll?: boolean;
  /** Whether it lies over the page, as dialogs and menus do. */
  readonly over?: boolean;
  /** Takes back what asked for it, so that the page goes on without it. */
  onLeave?(): void;
  readonly children: ReactNode;
}

/**
 * A part of the page that may break without the others: what is thrown while it is drawn ends here, in a sentence and
 * ways to go on. It is tried again at another step, model or view.
 */
export function Guard({ part, isAll = false, over = false, onLeave, children }: Props) {
  const [without, setWithout] = useState(false);
  if (without)
    return (
      <p className={styles.without} data-over={over}>
        {part}: left out.{' '}
        <button type="button" className={controls.button} onClick={() => setWithout(false)}>
          Try again
        </button>
      </p>
    );
  const leave = onLeave ?? (() => setWithout(true));
  return (
    <ErrorBoundary
      fallbackRender={({ error, resetErrorBoundary }) => (
        <TriedAgain retry={resetErrorBoundary}>
          <div className={styles.place} data-over={over}>
            <Broken part={part} error={error} isAll={isAll} leave={leave} retry={resetErrorBoundary} />
          </div>
        </TriedAgain>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}

/** Stands where something broke, and tries it again at another step, model or view: while all is well nobody listens. */
function TriedAgain({ retry, children }: { retry: () => void; children: ReactNode }) {
  const now = useStoreApi().getState;
  const [at] = useState(now);
  const isElsewhere = useStore(
    ({ choice, position, view }) => choice !== at.choice || position !== at.position || view !== at.view,
  );
  useEffect(() => {
    if (isElsewhere) retry();
  }, [isElsewhere, retry]);
  return children;
}
