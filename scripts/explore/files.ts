import { readdirSync, readFileSync } from 'node:fs';

/** The test files below a folder that draw what they test from fast-check, by their paths. */
export const propertyTests = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.test\.tsx?$/.test(file) && readFileSync(file, 'utf8').includes("from 'fast-check'"))
    .sort();
