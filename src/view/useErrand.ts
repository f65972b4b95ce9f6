import { useEffect, useState } from 'react';
import { unworkable } from '../state/address/unworkable';
import type { Asked, Brought, ErrandName } from '../state/passes/errands';
import { useActions } from './store';

/**
 * What an errand brings that is done in a thread of its own; undefined until then, and while nothing is asked. It ends
 * with what shows it. `asked` is the same object for as long as the same is asked.
 */
export function useErrand<E extends ErrandName>(
  name: E,
  asked: Asked<E> | undefined,
): Brought<E> | undefined {
  const { notify } = useActions();
  const [came, setCame] = useState<{ readonly asked: Asked<E>; readonly brought: Brought<E> }>();
  useEffect(() => {
    if (!asked) return;
    let stop = () => {};
    let wanted = true;
    const go = async () => {
      const { startErrand } = await import('../state/passes/start');
      if (!wanted) return;
      const underWay = startErrand(name, asked);
      stop = underWay.stop;
      const brought = await underWay.result;
      if (wanted) setCame({ asked, brought });
    };
    go().catch((error: unknown) => {
      if (wanted) notify(unworkable('A part of this view stays empty', error));
    });
    return () => {
      wanted = false;
      stop();
    };
  }, [name, asked, notify]);
  return came?.asked === asked ? came?.brought : undefined;
}
