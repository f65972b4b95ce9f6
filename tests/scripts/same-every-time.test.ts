import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seed } from '../seed';

/** The files below a folder that hold something, by path. */
const holding = (folder: string, what: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && file !== `scripts/${basename(import.meta.filename)}`)
    .filter((file) => what.test(readFileSync(`${folder}/${file}`, 'utf8')));

describe('the suite is the same every time', () => {
  it('draws from one seed, which only the environment changes', () => {
    expect(fc.readConfigureGlobal().seed).toBe(seed);
    expect(fc.sample(fc.nat(), 5)).toEqual(fc.sample(fc.nat(), 5));
    if (!process.env.FC_SEED) expect(seed).toBe(20_171);
  });

  it('has no property with a seed of its own, which no exploring would reach', () => {
    const seeded = holding('tests', /\{[^{}]*\bseed: *\d[^{}]*numRuns|numRuns[^{}]*\bseed: *\d/);
    // The golden passes are no property: what is drawn there is held against what is written down.
    expect(seeded.filter((file) => !file.startsWith('core/golden/'))).toEqual([]);
  });

  it('asks neither chance nor the time of day for anything', () => {
    expect(holding('tests', /Math\.random|Date\.now|new Date\(\)|randomUUID|getRandomValues/)).toEqual([]);
  });

  it('passes no test for passing at another try', () => {
    expect(
      holding('tests', /\bretry: *[1-9]|\bretries: *[1-9]|\b(tries|attempts?)\+\+|\+\+(tries|attempts?)/),
    ).toEqual([]);
  });
});
