import type { Actions } from '../../../state/state';

/** Copies a text and says so; where the browser does not let the page copy, it says the text. */
export async function copy(text: string, says: string, notify: Actions['notify']): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify(says, { passing: true });
  } catch {
    notify(`The browser does not let the page copy. Here it is: ${text}`);
  }
}
