import { type ReactNode, useCallback } from 'react';
import { isAsking } from '../../state/shown/first-sight';
import { useStore } from '../store';

/** The parts that come later and stand in the first picture all the same. */
type Part = 'actions' | 'rail' | 'strip' | 'said' | 'ways' | 'first-sight' | 'timeline' | `head-${number}`;

/** The picture that the built page shows before any script runs; its browser's window has room for one of three. */
export const shown = globalThis.document
  ? Array.from(document.querySelectorAll('[data-built]')).find(({ firstElementChild }) =>
      firstElementChild?.checkVisibility?.(),
    )
  : undefined;

const builtParts = new Map(
  Array.from(shown?.querySelectorAll('[data-as-built]') ?? [], (element) => [
    element.getAttribute('data-as-built'),
    element,
  ]),
);

interface Props {
  readonly part: Part;
  /** What stands there where the built page has nothing to show. */
  readonly instead?: ReactNode;
  /** The part itself, once it has come. */
  readonly children: ReactNode;
}

/**
 * A part of the page that comes later than the first picture. Until then, as long as nothing has been chosen, what the
 * built page shows of it stays where it is.
 */
export function AsBuilt({ part, instead, children }: Props) {
  const asking = useStore(isAsking);
  const built = asking && !children ? builtParts.get(part) : undefined;
  const adopt = useCallback(
    (place: HTMLElement | null) => {
      while (place && built?.firstChild) place.append(built.firstChild);
    },
    [built],
  );
  if (built) return <div key="built" ref={adopt} inert style={{ display: 'contents' }} />;
  return (
    <div data-as-built={part} style={{ display: 'contents' }}>
      {children || instead}
    </div>
  );
}
