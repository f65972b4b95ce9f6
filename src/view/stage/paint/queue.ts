/** How long is painted within a frame, in ms: the rest of it belongs to whoever presses a key. */
const SHARE = 10;

/** What is to be painted yet, in turn. */
const waiting = new Map<HTMLCanvasElement, () => void>();

/** How much longer the first picture may take: nobody waits for a key yet, and it is to be seen whole. */
const FIRST = 300;

/** How long was painted since the last frame. */
let spent = -FIRST;
let isAsked = false;

const isSeen = (canvas: HTMLCanvasElement): boolean => {
  const { left, right, top, bottom } = canvas.getBoundingClientRect();
  return right > 0 && bottom > 0 && left < window.innerWidth && top < window.innerHeight;
};

function run(paint: () => void): void {
  const start = performance.now();
  paint();
  spent += performance.now() - start;
}

/** Counts the time anew in the next frame, and paints what waits, what is seen before the rest. */
function askForFrame(): void {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    spent = 0;
    const canvases = [...waiting.keys()];
    const seen = canvases.filter(isSeen);
    for (const canvas of seen.length > 0 ? seen : canvases) {
      if (spent >= SHARE) break;
      const paint = waiting.get(canvas)!;
      waiting.delete(canvas);
      run(paint);
    }
    if (waiting.size > 0) askForFrame();
  });
}

/** Paints all that waits, however long it takes: what is printed is seen but once. */
export function paintWaiting(): void {
  for (const paint of waiting.values()) paint();
  waiting.clear();
}

/**
 * Paints a canvas: at once, while there is time in this frame, so that a small stage is drawn whole; and else in one of
 * the next, so that a large one holds nothing up. Returns what takes it back.
 */
export function paintInTurn(canvas: HTMLCanvasElement, paint: () => void): () => void {
  if (spent < SHARE && waiting.size === 0) run(paint);
  else waiting.set(canvas, paint);
  askForFrame();
  return () => void waiting.delete(canvas);
}
