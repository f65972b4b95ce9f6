import { type ReactNode, useCallback } from 'react';
import { isAsking } from '../../state/shown/first-sight';
import { useStore } from '../store';

/** The parts that come later and stand in the first picture all the same. */
type Part = 'header' | 'rail' | 'strip' | 'ways' | 'inspector' | 'timeline' | `head-${number}`;

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
  /** Whether it is about no step, so that what the built page shows of it holds whatever is chosen. */
  readonly lasting?: boolean;
  /** The part itself, once it has come. */
  readonly children: ReactNode;
}

/**
 * A part of the page that comes later than the first picture. Until then, as long as it holds, what the built page shows of it
 * stays where it is.
 */
export function AsBuilt({ part, lasting = false, children }: Props) {
  const asking = useStore(isAsking);
  const built = (asking || lasting) && !children ? builtParts.get(part) : undefined;
  const adopt = useCallback(
    (place: HTMLElement | null) => {
      while (place && built?.firstChild) place.append(built.firstChild);
    },
    [built],
  );
  if (built) return <div key="built" ref={adopt} inert style={{ display: 'contents' }} />;
  return (
    <div data-as-built={part} style={{ display: 'contents' }}>
      {children}
    </div>
  );
}
