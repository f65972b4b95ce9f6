/** The events before a page goes. */
const goings = ['beforeunload', 'pagehide'] as const;

/**
 * Does some work once the next picture is on the screen; at once where the page is hidden, since it draws none then, and as
 * soon as it hides or goes (`goes` tells whether it goes). Returns a function that calls it off, and tells whether the work
 * was still to be done.
 */
export function afterDrawing(work: (goes: boolean) => void): () => boolean {
  let isDue = true;
  let task: ReturnType<typeof setTimeout> | undefined;
  const callOff = (): boolean => {
    const wasDue = isDue;
    isDue = false;
    cancelAnimationFrame(frame);
    clearTimeout(task);
    for (const going of goings) window.removeEventListener(going, whereGoing);
    document.removeEventListener('visibilitychange', whereHidden);
    return wasDue;
  };
  const now = (goes = false): void => {
    if (callOff()) work(goes);
  };
  const whereGoing = (): void => now(true);
  const whereHidden = (): void => {
    if (document.visibilityState === 'hidden') now();
  };
  // A frame's callbacks run before it is drawn, and a task after them once it is.
  const frame = requestAnimationFrame(() => {
    task = setTimeout(() => now());
  });
  for (const going of goings) window.addEventListener(going, whereGoing);
  document.addEventListener('visibilitychange', whereHidden);
  whereHidden();
  return callOff;
}
