import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isOpened, sizesOfChoice } from '../../src/state/choice/choice';
import { selectBrought } from '../../src/state/mine/brought';
import { openCases } from './opened';

/** What is asked of a case once it is opened. */
interface Asked {
  /** A file that is opened before it. */
  readonly after?: string;
  /** What the page says; undefined where it has nothing to say. */
  readonly says?: RegExp;
  readonly tensors?: number;
  /** The first tensor that is off. */
  readonly off?: string;
  /** The tensor that is expected in another shape than it has. */
  readonly misfit?: string;
  readonly offers?: string;
}

const course =
  'These are arrays alone. Their shapes tell the layers; Z and A tell that these are tanh and sigmoid.';
const inCaches =
  /^Z\[1\], A\[1\], Z\[2\], and A\[2\] are not what any pass over this X gives, but the file’s gradients follow from them\./m;

/** The cases whose difficulty is to be opened, and what the page makes of them. */
const opened: Readonly<Record<string, Asked>> = {
  '03-right.json': { tensors: 9, says: inCaches },
  '03-gradients.json': { tensors: 9, off: 'dA2' },
  '03-caches.json': { after: '03-gradients.json', tensors: 9, says: inCaches },
  '03-link.txt': {},
  '04-axis0.json': {
    tensors: 3,
    misfit: 'db1',
    says: /^db\[1\] has shape \(1, 4\); expected \(3, 1\): summed over the wrong axis\?$/,
  },
  '04-nokeepdims.json': {
    tensors: 3,
    says: /^db\[1\] came flat, and is read as a column\. keepdims=True in np\.sum keeps a column\.$/,
  },
  '04-scalar.json': {
    tensors: 3,
    misfit: 'db1',
    says: /^db\[1\] is one number; expected \(3, 1\): summed over both axes\?$/,
  },
  '04-b1d.json': { tensors: 1, says: /^b\[1\] came flat, and is read as a column\.$/ },
  '04-ydflat.json': { says: /^Y came flat, and is read as a row\.$/ },
  '06-rows.json': {
    says: /^The examples stand in rows: X was transposed[\s\S]+W\[1\], W\[2\], and Y were transposed/,
  },
  '06-rows-square.json': { says: /^X is 2 by 2, which fits both ways/, offers: 'Read examples as rows' },
  '12-swift.json': { tensors: 1, off: 'dZ1' },
  '24-grads.npz': { tensors: 14, says: new RegExp(`^${course}`) },
  '24-dict.json': { tensors: 13, says: new RegExp(`^${course}`) },
  '24-X.npy': { after: '25-none.json', says: /^A\[0\] of this file is the network’s now\.$/ },
  '24-dW1.csv': { after: '25-none.json', tensors: 1, says: /is compared with your dW\[1\]\.$/ },
  '24-printed.txt': { after: '25-none.json', says: /is compared with your dW\[1\] and db\[1\]\.$/ },
  '24-own-trace.json': { tensors: 8, says: /^This is a trace: its model is opened/ },
  '25-act-case.json': { tensors: 14, says: /^layers\[0\]\.activation: "Tanh" is read as tanh\.$/ },
  '25-expect.json': { tensors: 14, says: /^expect is read as expected\.$/ },
  '25-extra-caches.json': { tensors: 14, says: /^caches are passed over: expected \{"Z1"/ },
  '25-extra-kept.json': { tensors: 14, says: /^layers\[0\]\.kept is not known here, and it was passed over/ },
  '25-inf-literal.json': { tensors: 14, off: 'dW1' },
  '25-key-expect.json': { tensors: 13, off: 'dZ1', says: /^expect is read as expected\.$/ },
  '25-key-expected_values.json': { tensors: 13, off: 'dZ1', says: /^expected_values is read as expected\.$/ },
  '25-key-grads.json': { tensors: 13, off: 'dZ1', says: /^grads is read as expected\.$/ },
  '25-names-AL.json': { tensors: 14 },
  '25-names-J.json': { tensors: 14 },
  '25-names-dX.json': { tensors: 14 },
  '25-names-mask.json': { tensors: 13, says: /^expected: mask1 is nothing that a pass is compared with/ },
  '25-nan-literal.json': { tensors: 14, off: 'dW1' },
  '25-nan-string.json': { tensors: 14, off: 'dW1' },
  '25-no-precision.json': { tensors: 14, says: /^No precision is given: numbers are float64/ },
  '25-none.json': {},
  '25-y-flat.json': { tensors: 14, says: /^Y came flat, and is read as a row\.$/ },
  '26-course-init-f32.json': { tensors: 4, off: 'dW1' },
  '26-smaller-f32.json': { tensors: 4, off: 'dW1' },
};

/** The cases that cannot be opened, and what the page says instead. */
const refused: Readonly<Record<string, RegExp>> = {
  '03-caches.json': /Its arrays do not fit "2-4-3-1 flowers", which is open: Z\[1\] has shape \(3, 2\)/,
  '24-X.npy': /A\[0\] has shape \(2, 3\); expected \(2, 8\)\. Open their model first/,
  '24-caches.pkl':
    /a pickle of Python, which would have to be executed to be read\. Save the arrays with np\.savez/,
  '25-nan-in-X.json': /X\[0\]\[0\]: expected a finite number, but found "NaN"\./,
  '25-null.json': /expected\.dW1\[0\]\[0\]: expected a number, NaN or an infinity, but found null\./,
  '14-formulas.txt': /Expected a model or a trace in JSON, or arrays as NumPy saves or prints them/,
};

describe('a file that is hard to open', () => {
  it.each(Object.entries(opened))('%s is read as it is meant, or told', async (name, asked) => {
    const state = await openCases(...(asked.after ? [asked.after] : []), name);
    const { isOpen, offer, report } = state;
    // What there is to say of arrays stands where they are checked.
    const notice = state.notice ?? (selectBrought(state)?.remarks.join('\n') || undefined);
    expect(isOpen).toBe(true);
    if (asked.says) expect(notice).toMatch(asked.says);
    else expect(notice).toBeUndefined();
    expect(offer?.label).toBe(asked.offers);
    if (asked.tensors !== undefined) expect(report?.tensors).toBe(asked.tensors);
    if (asked.tensors !== undefined) expect(report?.wrongCells[0]?.tensor).toBe(asked.off);
    expect(report?.misfits?.[0]?.tensor).toBe(asked.misfit);
  });

  it.each(Object.entries(refused))(
    '%s is refused in a sentence, which says what is still shown',
    async (name, sentence) => {
      const { isOpen, notice } = await openCases(name);
      expect(isOpen).toBe(false);
      expect(notice).toMatch(sentence);
      expect(notice).toMatch(/^\S+ was not opened\. .+ The page still shows "2-4-3-1 flowers"\.$/s);
    },
  );

  it('is never another: every case in JSON opens with as many examples and units as it has', async () => {
    const names = readdirSync(`${import.meta.dirname}/files`).filter((name) => /\.json$/.test(name));
    const unopened = ['03-caches.json', '25-nan-in-X.json', '25-null.json'];
    expect(names.length).toBeGreaterThan(90);
    for (const name of names.filter((name) => !unopened.includes(name))) {
      const { choice, isOpen } = await openCases(name);
      expect(isOpen && isOpened(choice.data), name).toBe(true);
      const { units, m } = sizesOfChoice(choice);
      if (isOpened(choice.data))
        expect([choice.data.Y.length, choice.data.Y[0]!.length], name).toEqual([units.at(-1), m]);
    }
  });
});
