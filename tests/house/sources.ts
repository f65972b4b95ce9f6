import { readdirSync } from 'node:fs';

/** All files of the sources, from the folder of the project on. */
export const sources = (readdirSync('src', { recursive: true }) as string[])
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .filter((file) => /\.tsx?$/.test(file));
