import { type ComponentType, useEffect, useState } from 'react';
import { useStore } from '../state/store';

/** A component that is no part of the first load. */
interface Later<P> {
  /** The component, once it is there. */
  readonly now: () => ComponentType<P> | undefined;
  /** Has it come. What fails is tried again the next time. */
  load(): Promise<ComponentType<P>>;
  /** Has it come early, since it will probably be asked for. */
  expect(): void;
}

/** A component that comes when it is first asked for, or expected. */
export function later<P>(importing: () => Promise<ComponentType<P>>): Later<P> {
  let component: ComponentType<P> | undefined;
  const load = async () => {
    component ??= await importing();
    return component;
  };
  return { now: () => component, load, expect: () => void load().catch(() => undefined) };
}

/**
 * The component, once it is asked for and there. Where it can't be had, as without a connection, the page says so in
 * a sentence and goes on; `giveUp` takes back what asked for it.
 */
export function useLater<P>(
  part: Later<P>,
  asked: boolean,
  giveUp: () => void,
): ComponentType<P> | undefined {
  const [component, setComponent] = useState(part.now);
  useEffect(() => {
    if (!asked || component) return;
    let wanted = true;
    part.load().then(
      (loaded) => wanted && setComponent(() => loaded),
      () => {
        if (!wanted) return;
        useStore.getState().notify('This part of the page could not be loaded. Is there a connection?');
        giveUp();
      },
    );
    return () => {
      wanted = false;
    };
  });
  return asked ? component : undefined;
}
