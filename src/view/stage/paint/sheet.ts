/** What cells and letters are drawn with, in the page or not. */
export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

let shared: OffscreenCanvas | undefined;

/** A clear sheet of a canvas's size, which no document has; undefined where there are no such sheets. */
function sheetOf({ width, height }: HTMLCanvasElement): OffscreenCanvas | undefined {
  if (typeof OffscreenCanvas === 'undefined') return undefined;
  shared ??= new OffscreenCanvas(width, height);
  // What was drawn before has been handed over and left it clear.
  if (shared.width !== width || shared.height !== height) Object.assign(shared, { width, height });
  return shared;
}

/**
 * Draws anew what a canvas of the page shows: on a sheet, of which it is handed the picture. A canvas that is drawn on
 * itself is copied by browsers for each frame of the page, whether it changed or not, and to set letters on it they first
 * work out the styles of all that was changed so far.
 */
export function drawOn(canvas: HTMLCanvasElement, draw: (pen: Pen) => void): void {
  if (canvas.width === 0 || canvas.height === 0) return;
  const sheet = sheetOf(canvas);
  const pen = (sheet ?? canvas).getContext('2d') as Pen | null;
  if (!pen) return;
  if (!sheet) pen.clearRect(0, 0, canvas.width, canvas.height);
  draw(pen);
  if (sheet) canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(sheet.transferToImageBitmap());
}
