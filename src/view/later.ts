import { useEffect, useState } from 'react';
import { useActions } from './store';

/** A component, or anything else, that is no part of the first load. */
interface Later<T> {
  /** The component, once it is there. */
  readonly now: () => T | undefined;
  /** Has it come. What fails is tried again the next time. */
  load(): Promise<T>;
  /** Has it come early, since it will probably be asked for. */
  expect(): void;
}

/** A component, or anything else, that its module calls `name`, and that comes when it is first asked for, or expected. */
export function later<Name extends string, M extends Readonly<Record<Name, object>>>(
  name: Name,
  importing: () => Promise<M>,
): Later<M[Name]> {
  let component: M[Name] | undefined;
  const load = async () => {
    component ??= (await importing())[name];
    return component;
  };
  return { now: () => component, load, expect: () => void load().catch(() => undefined) };
}

/** What comes later and stands in the first picture all the same: see `AsBuilt`. */
const built: Later<object>[] = [];

/** Something that comes later, in whose place the built page shows what it looks like at first. */
export function laterAsBuilt<Name extends string, M extends Readonly<Record<Name, object>>>(
  name: Name,
  importing: () => Promise<M>,
): Later<M[Name]> {
  const part = later(name, importing);
  built.push(part);
  return part;
}

/** Has all come that the built page shows at first: only the build needs it at once. */
export const loadAsBuilt = (): Promise<unknown> => Promise.all(built.map((part) => part.load()));

/**
 * The component, once it is asked for and there. Where it can't be loaded, as without a connection, the page says so in
 * a sentence and goes on; `giveUp` takes back what asked for it, and so does Escape as long as it has not come. Without
 * it the page does without the component, and says nothing: the reader did not ask for it by name.
 */
export function useLater<T extends object>(
  part: Later<T>,
  asked: boolean,
  giveUp?: () => void,
): T | undefined {
  const { notify } = useActions();
  const [component, setComponent] = useState(part.now);
  useEffect(() => {
    if (!asked || component) return;
    let wanted = true;
    const leave = ({ key }: KeyboardEvent) => key === 'Escape' && giveUp?.();
    addEventListener('keydown', leave);
    part.load().then(
      (loaded) => wanted && setComponent(() => loaded),
      () => {
        if (!wanted || !giveUp) return;
        notify('This part of the page could not be loaded. Is there a connection?');
        giveUp();
      },
    );
    return () => {
      wanted = false;
      removeEventListener('keydown', leave);
    };
  });
  return asked ? component : undefined;
}

/** How long the page is left to itself once it is there, in ms. */
const REST = 2_500;

/**
 * A component that nobody asks for: it comes at the reader's first touch or key, or once the page has been at rest for
 * a while. Where it can't be loaded the page does without, until the next touch or key.
 */
export function useInTime<T extends object>(part: Later<T>): T | undefined {
  const [component, setComponent] = useState(part.now);
  useEffect(() => {
    if (component) return;
    const load = () =>
      void part.load().then(
        (loaded) => setComponent(() => loaded),
        () => undefined,
      );
    const timer = setTimeout(load, REST);
    for (const event of ['pointerdown', 'keydown'] as const) addEventListener(event, load);
    return () => {
      clearTimeout(timer);
      for (const event of ['pointerdown', 'keydown'] as const) removeEventListener(event, load);
    };
  }, [part, component]);
  return component;
}
