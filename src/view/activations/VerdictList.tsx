import { useEffect, useRef } from 'react';
import { type ActivationName, activationNames } from '../../core/activations';
import type { Verdict } from '../../core/verdict/verdict';
import { OWN } from '../../state/shown/view';
import styles from './Activations.module.css';
import { useVerdicts } from './useVerdicts';

/** A verdict in the few letters that a list has room for. */
const short: Record<Verdict, string> = {
  'A is enough': 'A ✓',
  'A is enough while alpha ≥ 0': 'A ✓ α ≥ 0',
  'Z is needed': 'Z only',
  'nothing to judge': '–',
};

interface Props {
  readonly picked: string;
  onPick(name: ActivationName | typeof OWN): void;
}

/** All activations with the verdict beside each, found while one looks. */
export function VerdictList({ picked, onPick }: Props) {
  const verdicts = useVerdicts();
  const list = useRef<HTMLUListElement>(null);
  const isWhole = verdicts.size === activationNames.length;
  // On a phone the list runs sideways: the one that is picked is brought into its middle, once verdicts widen it no more.
  useEffect(() => {
    if (!isWhole) return;
    const item = list.current?.children[[...activationNames, OWN].indexOf(picked)];
    if (!list.current || !(item instanceof HTMLElement)) return;
    const before = item.offsetLeft - list.current.offsetLeft;
    list.current.scrollLeft = before - (list.current.clientWidth - item.clientWidth) / 2;
  }, [picked, isWhole]);
  return (
    <ul ref={list} className={styles.list} aria-label="Is A enough?">
      {activationNames.map((name) => {
        const verdict = verdicts.get(name)?.verdict;
        return (
          <li key={name}>
            <button type="button" aria-pressed={name === picked} onClick={() => onPick(name)}>
              <span>{name}</span>{' '}
              <span className={styles.badge} data-verdict={verdict} title={verdict}>
                {verdict ? short[verdict] : '…'}
              </span>
            </button>
          </li>
        );
      })}
      <li>
        <button type="button" aria-pressed={picked === OWN} onClick={() => onPick(OWN)}>
          your own…
        </button>
      </li>
    </ul>
  );
}
