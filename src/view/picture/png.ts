/** Pixels of the file for each pixel of the page, so that a picture is sharp in print too. */
const RATIO = 2;

/** The longest side of a canvas that every browser can make. */
const LONGEST = 16_384;

/** An SVG as a PNG at twice its size, or as near to that as a canvas can be; an Error where the browser cannot draw it. */
export async function pngOf(
  svg: string[],
  { width, height }: { width: number; height: number },
): Promise<Blob> {
  const ratio = Math.min(RATIO, LONGEST / Math.max(width, height));
  const url = URL.createObjectURL(new Blob(svg, { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
