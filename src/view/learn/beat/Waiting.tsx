import { useEffect, useRef } from 'react';
import type { Wait } from '../../../lessons/lesson';
import { passMoves } from '../../../state/moves';
import { selectFrame, selectIndex, selectTrace } from '../../../state/selectors';
import controls from '../../controls/controls.module.css';
import { useDisplayActions, useStore } from '../../store';
import { Player } from '../../timeline/Player';
import { useMoves } from '../../timeline/useMoves';
import { Prose } from '../../words/Prose';
import styles from '../Lesson.module.css';
import { usePlay, usePlayActions } from '../usePlay';

/** What the student is to do, and that it is done, in whatever way it was. */
export function Waiting({ waits, narrow }: { waits: Wait; narrow: boolean }) {
  const done = usePlay((playing) => playing.done);
  const { help, goOn } = usePlayActions();
  const { openSheet } = useDisplayActions();
  const on = useRef<HTMLButtonElement>(null);
  const wasHelped = useRef(false);
  useEffect(() => {
    // The button that helped is gone; whoever did it on the stage stays there.
    if (done && wasHelped.current) on.current?.focus();
  }, [done]);
  return (
    <div className={styles.asked}>
      <div className={styles.question} data-over={done || undefined}>
        <strong>
          <Prose of={waits.to} />
        </strong>
        <span role="status">{done ? '✓ Done.' : ''}</span>
      </div>
      {narrow && !done && <StepButtons />}
      <div className={styles.buttons}>
        {done ? (
          <button ref={on} type="button" className={`${controls.primary} ${styles.primary}`} onClick={goOn}>
            Go on
          </button>
        ) : (
          <button
            type="button"
            className={controls.button}
            onClick={() => {
              wasHelped.current = true;
              help();
            }}
          >
            Show me
          </button>
        )}
        {!done && waits.help.network && (
          <button type="button" className={controls.button} onClick={() => openSheet({ of: 'editor' })}>
            Edit the network
          </button>
        )}
      </div>
    </div>
  );
}

/** The buttons that step, where there is no room for a timeline. */
function StepButtons() {
  const { steps } = useStore(selectTrace);
  const index = useStore(selectIndex);
  const { step } = useStore(selectFrame);
  return (
    <Player moves={useMoves(passMoves)} way={{ steps, index }} compact>
      {step ? `Step ${step.index} of ${steps.length}` : 'Before the first step'}
    </Player>
  );
}
