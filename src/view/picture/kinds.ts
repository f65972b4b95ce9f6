import type { Picture } from './framed';
import { pngOf } from './png';

/** A kind of file that what is shown can be taken away as. */
export interface PictureKind {
  /** How the file's name ends. */
  readonly ending: string;
  readonly type: string;
  /** The pieces of the file; an Error where the browser cannot draw it. */
  draw(picture: Picture): Promise<BlobPart[]>;
}

/** Every kind of picture, by what the menu calls it. To add one is to add it here. */
export const pictureKinds = {
  'Picture (SVG)': { ending: 'svg', type: 'image/svg+xml', draw: async ({ svg }) => svg },
  'Picture (PNG)': {
    ending: 'png',
    type: 'image/png',
    draw: async (picture) => [await pngOf(picture.svg, picture)],
  },
} satisfies Record<string, PictureKind>;
