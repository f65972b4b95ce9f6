import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPython } from './python';

/** What came of a script: whether its assertions hold, and which changed cells of `expected` it did not notice. */
export interface Outcome {
  /** Undefined where it holds. */
  readonly error?: string;
  /** How many changes were tried, of cells of dW, db, dgamma and dbeta: each by 1%, and with its sign flipped. */
  readonly tried: number;
  /** The changes that the script let pass: `dW1[0, 1] × 1.01`. */
  readonly unnoticed: readonly string[];
  /** What autograd saved, by place; of PyTorch's scripts. */
  readonly saved: Readonly<Record<string, readonly string[]>>;
  readonly printed: string;
}

/**
 * Runs scripts in one Python. With `mutate`, whatever a script checks of dW, db, dgamma and dbeta is then checked again by the script's own
 * `check` against an `expected` in which one cell is changed.
 */
export function runScripts(
  scripts: Readonly<Record<string, string>>,
  { program, mutate = false }: { readonly program: string | undefined; readonly mutate?: boolean },
): Record<string, Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'cacheback-'));
  try {
    for (const [name, script] of Object.entries(scripts)) writeFileSync(join(folder, `${name}.py`), script);
    const { stdout, stderr, status } = runPython(
      `import contextlib, io, json, math, re
folder, names, mutate = json.loads(${JSON.stringify(JSON.stringify([folder, Object.keys(scripts), mutate]))})


def mutated(scope, seen):
    """The changes that the script's own check does not notice."""
    expected, check, unnoticed, tried = scope["expected"], scope["check"], [], 0
    for name, value in seen.items():
        right = expected[name]
        for i in range(right.shape[0]):
            for j in range(right.shape[1]):
                for by in (1.01, 0.99, -1):
                    if float(right[i, j]) == 0 or not math.isfinite(right[i, j]):
                        continue
                    wrong = right.copy() if hasattr(right, "copy") else right.clone()
                    wrong[i, j] *= by
                    expected[name] = wrong
                    tried += 1
                    try:
                        check(name, value)
                        unnoticed.append(f"{name}[{i}, {j}] × {by}")
                    except AssertionError:
                        pass
        expected[name] = right
    return tried, unnoticed


outcomes = {}
for name in names:
    scope, seen, printed = {}, {}, io.StringIO()
    outcome = outcomes[name] = {"tried": 0, "unnoticed": []}
    source = open(f"{folder}/{name}.py").read()
    # What is checked is kept, to be checked again.
    source = source.replace("def check(name, value):\\n", "def check(name, value):\\n    seen.setdefault(name, value)\\n")
    scope["seen"] = seen
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(source, name, "exec"), scope)
        if mutate:
            gradients = {key: value for key, value in seen.items() if re.match(r"dW|db|dgamma", key)}
            outcome["tried"], outcome["unnoticed"] = mutated(scope, gradients)
    except Exception as error:
        outcome["error"] = repr(error)
    outcome["saved"] = scope.get("report", {})
    outcome["printed"] = printed.getvalue()
print(json.dumps(outcomes))`,
      program,
    );
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
