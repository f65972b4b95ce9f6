import { useEffect, useState } from 'react';
import type { Activation, Own } from '../../../core/activations';
import type { Formula } from '../../../formats/formula';
import { type OwnRead, readOwn } from '../../../state/choice/formulas';
import { type Draft, keepDraft, keptDraft } from '../../../state/shown/draft';
import { useStore } from '../../store';

const left = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

/** What was written, as a formula with the slopes that are not left empty. */
const ownIn = ({ formula, slope, slopeFromA }: Omit<Draft, 'name'>): Own => ({
  formula,
  ...(left(slope) !== undefined && { slope }),
  ...(left(slopeFromA) !== undefined && { slopeFromA }),
});

/** The fields: what was typed and not used yet, else the first formula of the model, else an example; and what they mean. */
export function useOwn() {
  const written = useStore((state) => state.choice.layers.find(({ own }) => own));
  const own = written?.own;
  const [draft, setDraft] = useState<Draft>(
    () =>
      keptDraft(own?.formula) ?? {
        name: written?.activation ?? 'mine',
        formula: own?.formula ?? 'z * sin(z)',
        slope: own?.slope ?? '',
        slopeFromA: own?.slopeFromA ?? '',
      },
  );
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(next, own?.formula);
  };
  const { formula, slope, slopeFromA } = draft;
  const [found, setFound] = useState<{ own: Own; read: OwnRead }>();
  // While a formula can't be read, the last one that could stays in view.
  const [last, setLast] = useState<{ own: Own; formula: Formula; alone: Activation }>();
  useEffect(() => {
    const typed = ownIn({ formula, slope, slopeFromA });
    let wanted = true;
    void readOwn(typed).then((read) => {
      if (!wanted) return;
      setFound({ own: typed, read });
      if (read.formula.ok && read.alone)
        setLast({ own: { formula }, formula: read.formula.value, alone: read.alone });
    });
    return () => {
      wanted = false;
    };
  }, [formula, slope, slopeFromA]);
  return { draft, change, found, last };
}
