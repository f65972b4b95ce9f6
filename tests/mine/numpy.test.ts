import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toRows } from '../../src/core/math/matrix';
import { record } from '../../src/core/pass/record';
import { readContents } from '../../src/formats/arrays';
import { broughtOf } from '../../src/formats/arrays/brought';
import { scriptOf } from '../../src/formats/exports/numpy-script';
import { startSections } from '../../src/formats/exports/start-your-own';
import { judge, mistakesIn } from '../../src/mine';
import { firstChoice } from '../../src/state/choice/choice';
import { modelOf } from '../../src/state/choice/model-of';
import { python, runPython } from '../formats/exports/python';

const model = modelOf({ ...firstChoice, precision: 'float64' });
const trace = record(model);

/** Runs Python in a folder of its own, and looks at what it left there. */
function inFolder<T>(code: string, look: (folder: string, printed: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cacheback-'));
  try {
    const { status, stdout, stderr } = runPython(`import os\nos.chdir(${JSON.stringify(folder)})\n${code}`);
    if (status !== 0) throw new Error(stderr);
    return look(folder, stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is told of the arrays of a file. */
function toldOf(bytes: Uint8Array, name: string) {
  const read = readContents(bytes, name);
  if (!read.ok) return read.sentence;
  if ('json' in read.value) throw new Error(`${name} is no arrays`);
  const { tensors } = broughtOf(read.value.arrays, model.layers.length);
  const report = judge(model, tensors);
  return { report, mistakes: mistakesIn(report).map(({ tensor }) => tensor) };
}

const computed = Object.fromEntries(
  Array.from(trace.buffers)
    .filter(([name]) => /^(Z|A[1-9]|d|cost)/.test(name))
    .map(([name, matrix]) => [name, toRows(matrix)]),
);

const setup = `import io, json, sys
import numpy as np
arrays = {k: np.array(v) for k, v in json.loads(${JSON.stringify(JSON.stringify(computed))}).items()}
`;

/** Ways to save the arrays of a pass. */
const saved: Readonly<Record<string, string>> = {
  'as they are': 'np.savez("mine.npz", **arrays)',
  compressed: 'np.savez_compressed("mine.npz", **arrays)',
  'in Fortran order': 'np.savez("mine.npz", **{k: np.asfortranarray(v) for k, v in arrays.items()})',
  'in float32': 'np.savez("mine.npz", **{k: v.astype(np.float32) for k, v in arrays.items()})',
  'in float16': 'np.savez("mine.npz", **{k: v.astype(np.float16) for k, v in arrays.items()})',
  'big-endian': 'np.savez("mine.npz", **{k: v.astype(">f8") for k, v in arrays.items()})',
  'with a cost of no dimension':
    'arrays["cost"] = np.float64(arrays["cost"].item()); np.savez("mine.npz", **arrays)',
  'with flat biases':
    'np.savez("mine.npz", **{k: v.ravel() if k[:2] == "db" else v for k, v in arrays.items()})',
  'as rows': 'np.savez("mine.npz", **{k: v if k == "cost" else v.T for k, v in arrays.items()})',
  'with a count in whole numbers beside': 'np.savez("mine.npz", epochs=np.arange(3), **arrays)',
};

describe.skipIf(!python)('arrays that NumPy saved', () => {
  it.each(Object.entries(saved))('%s are right', (_, save) => {
    const told = inFolder(`${setup}${save}`, (folder) =>
      toldOf(readFileSync(join(folder, 'mine.npz')), 'mine.npz'),
    );
    expect(told).toMatchObject({ mistakes: [] });
    const report = typeof told === 'string' ? undefined : told.report;
    expect(report?.rows.filter(({ verdict }) => verdict === 'agrees').length).toBeGreaterThan(15);
  });

  it('and printed with eight digits, with array( or without, in float32 too, are right', () => {
    const ways = [
      'for k, v in arrays.items(): print(k, "=", v)',
      'print(arrays)',
      'for k, v in arrays.items(): print(k + ":\\n" + str(v))',
      'print({k: v.astype(np.float32) for k, v in arrays.items()})',
      'for k, v in arrays.items(): print(f\'grads["{k}"] = {v.tolist()}\')',
    ];
    for (const way of ways) {
      const told = inFolder(`${setup}${way}`, (_, printed) =>
        toldOf(new TextEncoder().encode(printed), 'pasted'),
      );
      expect([way, told]).toMatchObject([way, { mistakes: [] }]);
    }
  });

  it('and printed with most of it left out are refused, with what prints it all', () => {
    const told = inFolder(`${setup}print("dW1 =", np.zeros((2000, 3)) + 0.5)`, (_, printed) =>
      toldOf(new TextEncoder().encode(printed), 'pasted'),
    );
    expect(told).toMatch(/np\.set_printoptions\(threshold=sys\.maxsize\) prints them all/);
  });

  it('as objects are refused, since a pickle would have to be executed', () => {
    const told = inFolder(
      `${setup}np.savez("mine.npz", caches=np.array([{"Z1": 1}], dtype=object))`,
      (folder) => toldOf(readFileSync(join(folder, 'mine.npz')), 'mine.npz'),
    );
    expect(told).toMatch(/pickle.*executed/);
  });
});

/** What a student writes into the heads, for relu, tanh and sigmoid. */
const solution = `
def linear_forward(A_prev, W, b):
    return W @ A_prev + b, (A_prev, W, b)
def relu(Z):
    return np.maximum(0, Z), Z
def tanh(Z):
    return np.tanh(Z), Z
def sigmoid(Z):
    return 1 / (1 + np.exp(-Z)), Z
def linear_activation_forward(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A, activation_cache = globals()[activation](Z)
    return A, (linear_cache, activation_cache)
def L_model_forward(X, parameters):
    A, caches = X, []
    for l, activation in enumerate(activations, start=1):
        A, cache = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], activation)
        caches.append(cache)
    return A, caches
def compute_cost(AL, Y):
    return -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / Y.shape[1]
def linear_backward(dZ, linear_cache):
    A_prev, W, b = linear_cache
    m = dZ.shape[1]
    return W.T @ dZ, dZ @ A_prev.T / m, np.sum(dZ, axis=1, keepdims=True) / m
def relu_backward(dA, Z):
    return dA * (Z > 0)
def tanh_backward(dA, Z):
    return dA * (1 - np.tanh(Z) ** 2)
def sigmoid_backward(dA, Z):
    s = 1 / (1 + np.exp(-Z))
    return dA * s * (1 - s)
def linear_activation_backward(dA, cache, activation):
    linear_cache, activation_cache = cache
    dZ = globals()[activation + "_backward"](dA, activation_cache)
    return (*linear_backward(dZ, linear_cache), dZ)
def L_model_backward(AL, Y, caches):
    grads, dA = {}, -(Y / AL - (1 - Y) / (1 - AL))
    for l in range(len(caches), 0, -1):
        grads[f"dA{l}"] = dA
        dA, grads[f"dW{l}"], grads[f"db{l}"], grads[f"dZ{l}"] = linear_activation_backward(
            dA, caches[l - 1], activations[l - 1])
    return grads
`;

describe.skipIf(!python)('the script to start with', () => {
  const sections = startSections(record(modelOf(firstChoice)), 'mine')!;
  const script = scriptOf(sections).join('');

  it('runs up to the first function that is to be written, and stops there', () => {
    const { status, stderr } = runPython(script);
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/NotImplementedError/);
    expect(script).not.toMatch(/np\.(dot|exp|log|maximum)|@/);
  });

  it('saves arrays once it is written, of which every one is right', () => {
    const solved = script.replace('# One pass', () => `${solution}\n# One pass`);
    const told = inFolder(solved, (folder) => readFileSync(join(folder, 'mine.npz')));
    const read = readContents(told, 'mine.npz');
    if (!read.ok || 'json' in read.value) throw new Error('mine.npz could not be read');
    const { tensors, unplaced } = broughtOf(read.value.arrays, 3);
    const report = judge(modelOf(firstChoice), tensors);
    expect(unplaced).toEqual([]);
    expect(mistakesIn(report)).toEqual([]);
    expect(report.rows.every(({ verdict }) => verdict === 'agrees')).toBe(true);
  });
});
