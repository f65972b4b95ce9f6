import type { FunctionNode, MathNode } from 'mathjs/number';

/** How a function is written around the TeX of its arguments, where it is not by its name and parentheses. */
const written: Readonly<Record<string, (args: string) => string>> = {
  sqrt: (x) => `\\sqrt{${x}}`,
  cbrt: (x) => `\\sqrt[3]{${x}}`,
  abs: (x) => `\\left|${x}\\right|`,
  floor: (x) => `\\left\\lfloor ${x}\\right\\rfloor`,
  ceil: (x) => `\\left\\lceil ${x}\\right\\rceil`,
  log: (x) => `\\ln\\left(${x}\\right)`,
  log2: (x) => `\\log_{2}\\left(${x}\\right)`,
  log10: (x) => `\\log_{10}\\left(${x}\\right)`,
};

/** A call in TeX. mathjs' own templates go through the arguments twice, 2ⁿ times for n calls inside each other. */
function callTex(node: MathNode, options: object): string | undefined {
  if (node.type !== 'FunctionNode') return undefined;
  const { fn, args } = node as FunctionNode;
  const name = String(fn.name);
  const inner = args.map((arg) => arg.toTex(options)).join(', ');
  const own = Object.hasOwn(written, name) ? written[name] : undefined;
  return own?.(inner) ?? `\\operatorname{${name}}\\left(${inner}\\right)`;
}

/** A formula that has been translated in TeX; `parenthesis` says whether only those that are needed are kept. */
export const texOf = (node: MathNode, parenthesis: 'keep' | 'auto'): string =>
  node.toTex({ parenthesis, handler: callTex });
