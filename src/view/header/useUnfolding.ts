import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../keys/useShortcuts';
import { useStore } from '../store';

interface Unfolding {
  readonly unfolded: boolean;
  toggle(): void;
  /** For its button and for what it unfolds. To React a menu that opens from there is inside too, wherever it stands. */
  readonly inside: { onPointerDown(event: PointerEvent): void };
}

/**
 * Whether what a button unfolds over the page is shown: until Escape, which takes the focus back to the button, a press
 * beside it, which still does what it does, or another view.
 */
export function useUnfolding(button: RefObject<HTMLElement | null>): Unfolding {
  const view = useStore((state) => state.view);
  const [unfoldedIn, setUnfoldedIn] = useState<typeof view>();
  // At once, so that it is folded too when that view is shown again.
  if (unfoldedIn && unfoldedIn !== view) setUnfoldedIn(undefined);
  const unfolded = unfoldedIn === view;
  const leave = () => {
    setUnfoldedIn(undefined);
    button.current?.focus();
  };
  // A menu that is open over it takes Escape for itself.
  useShortcuts({ Escape: leave }, { isOther: (event) => event.defaultPrevented, enabled: unfolded });

  const pressedInside = useRef<Event>(undefined);
  const onPointerDown = ({ nativeEvent }: PointerEvent) => {
    pressedInside.current = nativeEvent;
  };
  useEffect(() => {
    if (!unfolded) return;
    // React has told of it by then, where it is inside.
    const onPress = (event: Event) => {
      if (event !== pressedInside.current) setUnfoldedIn(undefined);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [unfolded]);
  return { unfolded, toggle: () => setUnfoldedIn(unfolded ? undefined : view), inside: { onPointerDown } };
}
