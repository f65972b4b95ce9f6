import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { pythonWith } from '../scripts/python/find';
import type { Contender } from './pairs';

/** A pass of relu layers as the course writes it, and a product, in float32; a line in, a time in ms out. */
const SERVER = `
import json, sys, time
import numpy as np
rng = np.random.default_rng(1)
normal = lambda *shape: rng.standard_normal(shape).astype(np.float32)
made = {}
def product(n, k, m):
    A, B = made.setdefault((n, k, m), (normal(n, k), normal(k, m)))
    return lambda: A @ B
def network(units, m):
    key = (tuple(units), m)
    if key not in made:
        W = [normal(o, i) * np.float32(np.sqrt(2 / i)) for i, o in zip(units, units[1:])]
        made[key] = (normal(units[0], m), np.eye(units[-1], dtype=np.float32)[:, rng.integers(0, units[-1], m)], W, [normal(w.shape[0], 1) for w in W])
    X, Y, W, b = made[key]
    L = len(W)
    def run():
        A, Z = [X], []
        for l in range(L):
            Z.append(W[l] @ A[l] + b[l])
            if l < L - 1: A.append(np.maximum(Z[l], 0))
        if units[-1] == 1: A.append(1 / (1 + np.exp(-Z[-1])))
        else:
            e = np.exp(Z[-1] - Z[-1].max(0)); A.append(e / e.sum(0))
        dZ = A[-1] - Y
        for l in range(L - 1, -1, -1):
            dW, db = dZ @ A[l].T / m, dZ.mean(1, keepdims=True)
            if l: dZ = (W[l].T @ dZ) * (Z[l - 1] > 0)
        return dW, db
    return run
for line in sys.stdin:
    job = json.loads(line)
    run = product(*job["product"]) if "product" in job else network(job["units"], job["m"])
    start = time.perf_counter()
    for _ in range(job["repeats"]): run()
    print((time.perf_counter() - start) * 1000, flush=True)
`;

type Work =
  | { readonly product: readonly number[] }
  | { readonly units: readonly number[]; readonly m: number };

/** NumPy on one thread, in a process of its own that waits for work; undefined where this machine has none. */
export function startNumpy() {
  const python = pythonWith('numpy');
  if (!python) return undefined;
  const one = { OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
  const server: ChildProcessWithoutNullStreams = spawn(python, ['-c', SERVER], {
    env: { ...process.env, ...one },
  });
  const lines: Interface = createInterface(server.stdout);
  const answers = lines[Symbol.asyncIterator]();
  return {
    contender: (work: Work): Contender => ({
      name: 'NumPy',
      async time(repeats) {
        server.stdin.write(`${JSON.stringify({ ...work, repeats })}\n`);
        const { value, done } = await answers.next();
        if (done) throw new Error('NumPy has ended');
        return Number(value);
      },
    }),
    stop: () => void server.kill(),
  };
}
