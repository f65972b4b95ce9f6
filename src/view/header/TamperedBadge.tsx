import { isTampered } from '../../core/pass/tamper';
import { selectTrace } from '../../state/selectors';
import { Guard } from '../guard/Guard';
import { later, useLater } from '../later';
import type { Mode } from '../layout';
import { useStore } from '../store';

const badge = later(() => import('../what-if/Badge').then(({ Badge }) => Badge));

/** Says so, where the caches of the network that is shown were changed by hand. */
export function TamperedBadge({ mode }: { mode: Mode }) {
  const Badge = useLater(
    badge,
    useStore((state) => isTampered(selectTrace(state))),
  );
  return (
    Badge && (
      <Guard part="The badge" over>
        <Badge mode={mode} />
      </Guard>
    )
  );
}
