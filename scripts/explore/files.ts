import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

const read = (file: string): string => readFileSync(file, 'utf8');

const importsFastCheck = (text: string): boolean => text.includes("from 'fast-check'");

/** The files beside a test that it imports. */
const helpersOf = (file: string, text: string): string[] =>
  Array.from(text.matchAll(/from '(\.[^']*)'/g), ([, path]) => `${join(dirname(file), path!)}.ts`).filter(
    (path) => existsSync(path),
  );

/** Whether a test draws what it tests by fast-check: itself, or by a helper that draws samples for it. */
function draws(file: string): boolean {
  const text = read(file);
  return (
    importsFastCheck(text) ||
    helpersOf(file, text).some(
      (helper) => importsFastCheck(read(helper)) && read(helper).includes('.sample('),
    )
  );
}

/** Tests that need a build, a browser or PyTorch beside them are run by commands of their own. */
const isAlone = (file: string): boolean => !/\/(browser|build|torch)\//.test(file);

/** The test files below a folder that draw what they test by fast-check, by their paths. */
export const propertyTests = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.test\.tsx?$/.test(file) && isAlone(file) && draws(file))
    .sort();
