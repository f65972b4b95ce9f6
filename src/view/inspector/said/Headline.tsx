import { titleOf } from '../../../explain/title';
import { selectFrame, selectTrace } from '../../../state/selectors';
import { isAsking, isFirstSight } from '../../../state/shown/first-sight';
import controls from '../../controls/controls.module.css';
import { Guard } from '../../guard/Guard';
import { useStore } from '../../store';
import styles from './Headline.module.css';
import { Said } from './Said';
import type { SaidRoom } from './said-type';

/** What the page asks. */
export const QUESTION = 'Are we caching Z for backprop only for relu?';

const phaseNames = { forward: 'forward', loss: 'loss', backward: 'backward', recompute: 'recompute' };

/** From how many steps on a panel is too narrow for all words of a step's title: it says L1, as heads of cards do. */
const MANY_STEPS = 100;

interface Props {
  /** Whether there is room, at first sight, for what the step says to the question. */
  readonly answers?: boolean;
  /** Whether there is room, at first sight, for what comes of a choice. */
  readonly gains?: boolean;
  /** The room of the sentence, where that is not all it needs. */
  readonly room?: SaidRoom;
}

/** Which step it is and, in one sentence, what it does; in one place and of one height through the whole pass. */
export function Headline({ answers = false, gains = false, room }: Props) {
  const trace = useStore(selectTrace);
  const { step } = useStore(selectFrame);
  const asking = useStore(isAsking) ? QUESTION : undefined;
  const isFirst = useStore((state) => isFirstSight(state.position));
  const layer = !room && trace.steps.length >= MANY_STEPS ? 'L' : 'layer ';
  const also = isFirst && (gains || (answers && asking !== undefined));
  return (
    <div className={styles.headline} data-also={also}>
      <Guard part="The step’s title">
        <p className={styles.kicker} data-phase={step?.phase} data-printed>
          {step
            ? `Step ${step.index} of ${trace.steps.length} · ${phaseNames[step.phase]} · ${layer}${step.layer}`
            : 'Before the first step'}
        </p>
        {/* The sentence says it too: this is for those who go from heading to heading. */}
        <h2 className={controls.hidden} data-printed>
          {step ? titleOf(step, trace) : QUESTION}
        </h2>
      </Guard>
      <Guard part="What the step does">
        <Said {...{ trace, step, asking, answers, room }} gains={isFirst && gains} />
      </Guard>
    </div>
  );
}
