import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readContents } from '../../../src/formats/arrays';
import { readNpy, readNpz } from '../../../src/formats/arrays/npy';
import files from './npy.json' with { type: 'json' };

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));

describe('an array file that NumPy saved', () => {
  it.each(Object.entries(files.read))('of %s is read', (_, [base64, value]) => {
    expect(readNpy(bytesOf(base64 as string))).toMatchObject({ ok: true, value });
  });

  it.each(Object.entries(files.refused))('of %s is refused in a sentence', (_, [base64, says]) => {
    const read = readNpy(bytesOf(base64!));
    expect(read.ok ? 'was read' : read.sentence).toMatch(new RegExp(`^[A-Z].*${says}.*\\.$`, 's'));
  });

  it('is read whatever its place in a larger buffer', () => {
    const bytes = bytesOf(files.read.float64[0] as string);
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect(readNpy(larger.subarray(3))).toMatchObject({ ok: true, value: files.read.float64[1] });
  });

  it('is read with its first byte first too', () => {
    const bytes = bytesOf(files.read.float64[0] as string);
    const begin = bytes.length - 8 * (files.read.float64[1] as number[][]).flat().length;
    bytes[new TextDecoder('latin1').decode(bytes).indexOf("'<f8'") + 1] = '>'.charCodeAt(0);
    for (let at = begin; at < bytes.length; at += 8) bytes.subarray(at, at + 8).reverse();
    expect(readNpy(bytes)).toMatchObject({ ok: true, value: files.read.float64[1] });
  });

  it('is called as its file is', () => {
    const bytes = bytesOf(files.read.float64[0] as string);
    for (const name of ['dW1.npy', '24-dW1.npy', 'mine.dW1.npy', 'dW[1].npy'])
      expect(readContents(bytes, name)).toMatchObject({ ok: true, value: { arrays: expect.anything() } });
    expect(readContents(bytes, 'arr.npy')).toMatchObject({
      ok: true,
      value: { arrays: { arr: expect.anything() } },
    });
  });
});

describe('a zip', () => {
  const single = bytesOf(files.read.float32[0] as string);
  const double = bytesOf(files.read.float64[0] as string);
  const sentence = (bytes: Uint8Array) => {
    const read = readNpz(bytes);
    return read.ok ? 'was read' : read.sentence;
  };

  it('of array files gives them by name, packed or not, and says float32 where all are', () => {
    for (const level of [0, 9] as const) {
      expect(readNpz(zipSync({ 'W1.npy': double, 'b1.npy': single }, { level }))).toEqual({
        ok: true,
        value: { arrays: { W1: files.read.float64[1], b1: files.read.float32[1] } },
      });
      expect(readNpz(zipSync({ 'W1.npy': single }, { level }))).toMatchObject({
        value: { precision: 'float32' },
      });
    }
  });

  it.each<[what: string, files: Record<string, Uint8Array>, says: RegExp]>([
    ["PyTorch's", { 'archive/data.pkl': strToU8('x'), 'archive/data/0': strToU8('x') }, /pickle.*executed/],
    ['without arrays', { 'a.txt': strToU8('x') }, /this zip has none/],
    ['with an array that cannot be read', { 'W1.npy': strToU8('x') }, /^W1\.npy: Expected an array file/],
  ])('%s is refused in a sentence', (_, content, says) => {
    expect(sentence(zipSync(content))).toMatch(says);
  });

  it('that is damaged, or unpacks to more than a file may have, is refused in a sentence', () => {
    expect(sentence(zipSync({ 'W1.npy': double }).slice(0, 80))).toMatch(/damaged/);
    const bomb = zipSync({ 'W1.npy': new Uint8Array(70 * 2 ** 20) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(sentence(bomb)).toMatch(/at most 64 MiB/);
  });
});
