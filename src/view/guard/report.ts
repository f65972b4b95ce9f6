import { version } from '../../../package.json';
import { linkOf } from '../../state/address/shared-link';
import type { State } from '../../state/state';
import { messageOf } from './message';

/** The link to what is shown; where that can't be written either, the address as it stands. */
function link(state: State): string {
  try {
    return new URL(linkOf(state.choice, state.position, state).hash, window.location.href).href;
  } catch {
    return window.location.href;
  }
}

/** Where it was thrown, in files of the page: where the page itself lies is nobody's business. */
function stackOf(error: unknown): string {
  const stack = (error instanceof Error && error.stack) || 'no stack';
  return stack.replaceAll(new URL('.', document.baseURI).href, '');
}

/** What somebody needs who is to mend a part of the page that could not be shown. */
export const reportOf = (part: string, error: unknown, state: State): string =>
  [
    `Cacheback ${version}: ${part} could not be shown.`,
    `Link: ${link(state)}`,
    `Error: ${messageOf(error)}`,
    stackOf(error),
  ].join('\n');
