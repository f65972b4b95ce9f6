import { useEffectEvent, useLayoutEffect } from 'react';
import { type KeyBindingMap, tinykeys } from 'tinykeys';

/** Keys as tinykeys spells them, `Shift+ArrowRight` or `$mod+z`, and what each does. */
export type Shortcuts = KeyBindingMap;

/**
 * Listens to keys of the page while it is shown, but for events that are meant for somebody else. One listener stays
 * through all drawings: where it were put anew by each, a key that comes while the page draws would meet none.
 */
export function useShortcuts(
  shortcuts: Shortcuts,
  { isOther, enabled = true }: { isOther?(event: KeyboardEvent): boolean; enabled?: boolean } = {},
): void {
  const onPress = useEffectEvent((press: string, event: KeyboardEvent) => {
    if (!isOther?.(event)) shortcuts[press]?.(event);
  });
  const presses = Object.keys(shortcuts).join('\n');
  // With what is drawn, not a moment after it: a key can come as soon as that is seen.
  useLayoutEffect(() => {
    if (!enabled) return;
    const ours = presses
      .split('\n')
      .map((press): [string, (event: KeyboardEvent) => void] => [press, (event) => onPress(press, event)]);
    return tinykeys(window, Object.fromEntries(ours));
  }, [presses, enabled]);
}
