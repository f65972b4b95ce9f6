import { max } from 'd3-array';
import { useCallback, useMemo, useState } from 'react';
import type { MemoryLine } from '../../compare/memory';
import { type KeepRuleName, keepRules } from '../../core/model/keep-rules';
import type { Trace } from '../../core/pass/trace';
import { titleOf } from '../../explain/title';
import { passMoves } from '../../state/moves';
import { selectFrame, selectIndex, selectMemoryLines, selectTrace } from '../../state/selectors';
import { HeldSum } from '../held/HeldSum';
import type { TimelineForm } from '../layout';
import { inBytes } from '../numbers';
import { useStore } from '../store';
import type { ByteLine } from './chart';
import { dashOf } from './dashes';
import { Player } from './Player';
import { Timeline } from './Timeline';
import styles from './Timeline.module.css';
import { useMoves } from './useMoves';

/** The rules that the chosen ones are held against before any other is asked for. */
const first: readonly KeepRuleName[] = ['Z', 'A'];

const peak = (bytes: readonly number[]): string => inBytes(max(bytes) ?? 0);

const allKeep = (rule: KeepRuleName): string => `all keep ${keepRules[rule].label}`;

/** The line of what was chosen, by the name of the rule where all layers have one. */
function chosenLine({ steps, model }: Trace): ByteLine {
  const [rule, ...others] = new Set(model.layers.map(({ keep }) => keep));
  const bytes = [0, ...steps.map(({ cacheBytes }) => cacheBytes)];
  const name = others.length === 0 ? allKeep(rule!) : 'as chosen';
  return { name, bytes, colour: 'var(--ink)', filled: true, label: `${name}, peak ${peak(bytes)}` };
}

const ruleLine = ({ rule, bytes }: MemoryLine): ByteLine => {
  const name = allKeep(rule);
  return { name, bytes, dash: dashOf(rule), label: `${name}, peak ${peak(bytes)}` };
};

/** Player and timeline of the pass that is shown, with the bytes that each keep rule would hold. */
export function PassTimeline({ width, form }: { width: number; form: TimelineForm }) {
  const moves = useMoves(passMoves);
  const trace = useStore(selectTrace);
  const rules = useStore(selectMemoryLines);
  const index = useStore(selectIndex);
  const { step, cacheBytes } = useStore(selectFrame);
  const { steps } = trace;
  const [asked, setAsked] = useState(first);
  const [lines, hidden] = useMemo(() => {
    const chosen = chosenLine(trace);
    const same = ({ bytes }: MemoryLine) => bytes.every((held, i) => held === chosen.bytes[i]);
    const others = rules.filter((line) => !same(line) && allKeep(line.rule) !== chosen.name);
    const isAsked = ({ rule }: MemoryLine) => asked.includes(rule);
    return [
      [chosen, ...others.filter(isAsked).map(ruleLine)],
      others.filter((line) => !isAsked(line)).map(ruleLine),
    ];
  }, [trace, rules, asked]);
  const toggle = useCallback(
    (name: string) => {
      const rule = rules.find((line) => ruleLine(line).name === name)?.rule;
      if (rule)
        setAsked((now) => (now.includes(rule) ? now.filter((other) => other !== rule) : [...now, rule]));
    },
    [rules],
  );
  const way = { steps, index };
  const title = step && titleOf(step, trace);
  return (
    <>
      <div className={styles.playerRail}>
        <Player moves={moves} way={way} compact={form !== 'whole'}>
          <HeldSum>
            {step ? 'Held after this step' : 'Held'} <strong translate="no">{inBytes(cacheBytes)}</strong>
          </HeldSum>
        </Player>
      </div>
      <Timeline
        moves={moves}
        way={way}
        lines={lines}
        hidden={hidden}
        onToggle={toggle}
        saying={
          title
            ? `Step ${index} of ${steps.length}: ${title}, ${inBytes(cacheBytes)} held`
            : 'Before the first step'
        }
        width={width}
        form={form}
      />
    </>
  );
}
