import type { Step, Trace } from '../../../core/pass/trace';
import { sentenceOf } from '../../../explain/sentences';
import { Explained } from '../../words/Explained';
import { usePayoff } from '../pass/usePayoff';
import styles from './Headline.module.css';
import { Sentence } from './Sentence';
import { type SaidRoom, typeOf } from './said-type';

/** What is said before the first step. */
const before = ({ steps }: Trace): string =>
  `Going forward, each layer keeps something for the way back. Take the ${steps.length} steps of one pass and see which of it gets read.`;

/** How many of the longest sentences are tried for the height of all: letters differ in width. */
const TRIED = 4;

const longestOf = new WeakMap<Trace, readonly string[]>();

/** The longest sentences of a pass. */
function longest(trace: Trace): readonly string[] {
  const known = longestOf.get(trace);
  if (known) return known;
  const all = [before(trace), ...trace.steps.map((step) => sentenceOf(step, trace))];
  const found = all.toSorted((a, b) => b.length - a.length).slice(0, TRIED);
  longestOf.set(trace, found);
  return found;
}

/** From how many letters on a sentence is written smaller where another stands below it. */
const LONG = 110;

interface Props {
  readonly trace: Trace;
  readonly step: Step | undefined;
  /** What is asked in the place of the sentence. */
  readonly asking: string | undefined;
  /** Whether there is room below for what the step says to what is asked. */
  readonly answers: boolean;
  /** Whether there is room below for what a choice gained. */
  readonly gains: boolean;
  /** The room that it has where all of a pass are written in type of one size; a panel has all they need. */
  readonly room?: SaidRoom | undefined;
}

/** One sentence on the step, in the room of the longest of its pass: nothing below it moves while stepping. */
export function Said({ trace, step, asking, answers, gains, room }: Props) {
  const sentence = asking ?? (step ? sentenceOf(step, trace) : before(trace));
  const payoff = usePayoff(gains ? step : undefined, trace);
  const below = step && asking && answers ? sentenceOf(step, trace) : payoff;
  const type = room && !asking && !below ? typeOf(longest(trace)[0]!.length, room) : undefined;
  return (
    <div className={styles.said}>
      {longest(trace).map((other) => (
        <p key={other} className={styles.sizer} aria-hidden="true">
          {other}
        </p>
      ))}
      <div className={styles.now}>
        <p
          role="status"
          style={type}
          data-printed
          data-long={sentence.length > LONG}
          data-question={asking !== undefined}
        >
          {/* Words that open what they mean need more room than two sentences leave. */}
          {below ? <Sentence of={sentence} /> : <Explained of={sentence} />}
        </p>
        {below && (
          <p className={styles.also} data-answers={asking !== undefined}>
            <Sentence of={below} />
          </p>
        )}
      </div>
    </div>
  );
}
