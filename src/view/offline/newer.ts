import { Workbox } from 'workbox-window';

/** Lets the newer page in, and shows it. */
export type ShowNewer = () => void;

/**
 * Has the browser keep the page, so that it works without a connection, and says when a newer one is ready. A browser
 * that keeps nothing, as in a private window, goes on without.
 */
export function keepPage(tellNewer: (show: ShowNewer) => void): void {
  if (!('serviceWorker' in navigator)) return;
  const workbox = new Workbox('./sw.js');
  workbox.addEventListener('waiting', () =>
    tellNewer(() => {
      // Only the tab that asked for it: others tell their readers, and leave them in peace.
      workbox.addEventListener('controlling', () => window.location.reload());
      workbox.messageSkipWaiting();
    }),
  );
  workbox.register().catch(() => undefined);
}
