/** What cells and letters are drawn with. */
export type Pen = OffscreenCanvasRenderingContext2D;

let shared: OffscreenCanvas | undefined;

/** A clear sheet of a canvas's size, which no document has. */
function sheetOf({ width, height }: HTMLCanvasElement): OffscreenCanvas {
  shared ??= new OffscreenCanvas(width, height);
  // What was drawn before has been handed over and left it clear.
  if (shared.width !== width || shared.height !== height) Object.assign(shared, { width, height });
  return shared;
}

/**
 * Draws anew what a canvas of the page shows: on a sheet, of which it is handed the picture. A canvas that is drawn on
 * itself is copied by browsers for each frame of the page, whether it changed or not, and to set letters on it they first
 * work out the styles of all that was changed so far. Where there is no canvas to draw on, nothing is drawn.
 */
export function drawOn(canvas: HTMLCanvasElement, draw: (pen: Pen) => void): void {
  const shown = canvas.getContext('bitmaprenderer');
  if (!shown || canvas.width === 0 || canvas.height === 0) return;
  const sheet = sheetOf(canvas);
  const pen = sheet.getContext('2d');
  if (!pen) return;
  draw(pen);
  shown.transferFromImageBitmap(sheet.transferToImageBitmap());
}
