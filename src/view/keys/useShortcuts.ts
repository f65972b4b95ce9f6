import { useEffect } from 'react';
import { type KeyBindingMap, tinykeys } from 'tinykeys';

/** Keys as tinykeys spells them, `Shift+ArrowRight` or `$mod+z`, and what each does. */
export type Shortcuts = KeyBindingMap;

/** Listens to keys of the page while it is shown, but for events that are meant for somebody else. */
export function useShortcuts(
  shortcuts: Shortcuts,
  { isOther, enabled = true }: { isOther?(event: KeyboardEvent): boolean; enabled?: boolean } = {},
): void {
  useEffect(() => {
    if (!enabled) return;
    const ours = Object.entries(shortcuts).map(([press, run]): [string, (event: KeyboardEvent) => void] => [
      press,
      (event) => {
        if (!isOther?.(event)) run(event);
      },
    ]);
    return tinykeys(window, Object.fromEntries(ours));
  });
}
