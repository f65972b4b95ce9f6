import type { FunctionNode, MathNode, SymbolNode } from 'mathjs/number';
import type { Variable } from '../reading/tokens';

/** How a function is written around the TeX of its arguments, where it is not by its name and parentheses. */
const written: Readonly<Record<string, (args: string) => string>> = {
  sqrt: (x) => `\\sqrt{${x}}`,
  cbrt: (x) => `\\sqrt[3]{${x}}`,
  abs: (x) => `\\left|${x}\\right|`,
  floor: (x) => `\\left\\lfloor ${x}\\right\\rfloor`,
  ceil: (x) => `\\left\\lceil ${x}\\right\\rceil`,
  log: (x) => `\\ln\\left(${x}\\right)`,
  log2: (x) => `\\log_{2}\\left(${x}\\right)`,
  sigmoid: (x) => `\\sigma\\left(${x}\\right)`,
  Phi: (x) => `\\Phi\\left(${x}\\right)`,
  phi: (x) => `\\varphi\\left(${x}\\right)`,
  log10: (x) => `\\log_{10}\\left(${x}\\right)`,
};

/**
 * The variable by its letter, and a call: mathjs' own templates go through the arguments twice, 2ⁿ times for n calls
 * inside each other.
 */
const texIn = (variable: Variable) =>
  function partTex(node: MathNode, options: object): string | undefined {
    if (node.type === 'SymbolNode' && (node as SymbolNode).name === 'z') return ` ${variable}`;
    if (node.type !== 'FunctionNode') return undefined;
    const { fn, args } = node as FunctionNode;
    const name = String(fn.name);
    const inner = args.map((arg) => arg.toTex(options)).join(', ');
    const own = Object.hasOwn(written, name) ? written[name] : undefined;
    return own?.(inner) ?? `\\operatorname{${name}}\\left(${inner}\\right)`;
  };

/** A formula that has been translated in TeX; `parenthesis` says whether only those that are needed are kept. */
export const texOf = (node: MathNode, parenthesis: 'keep' | 'auto', variable: Variable = 'z'): string =>
  node.toTex({ parenthesis, handler: texIn(variable) });
