import { createElement, Fragment, type ReactNode } from 'react';

/** What a text stands in within an SVG text; elsewhere it is an element that no style is meant for. */
const runIn: Readonly<Record<string, string>> = { text: 'tspan', tspan: 'tspan' };

const RUN = 'text-run';

const isText = (child: ReactNode): child is string | number | bigint =>
  typeof child === 'string' || typeof child === 'number' || typeof child === 'bigint';

const isNothing = (child: ReactNode): boolean => child == null || typeof child === 'boolean';

const isList = (children: ReactNode): children is readonly ReactNode[] => Array.isArray(children);

const hasText = (children: ReactNode): boolean =>
  isText(children) || (isList(children) && children.some(hasText));

/** Joins texts that follow each other; what was joined leaves nothing in its place, so that the others keep theirs. */
function joined(children: readonly ReactNode[]): ReactNode[] {
  const all = [...children];
  let first: number | undefined;
  all.forEach((child, i) => {
    if (isText(child)) {
      if (first === undefined) first = i;
      else [all[first], all[i]] = [`${all[first]}${child}`, null];
    } else if (!isNothing(child)) first = undefined;
  });
  return all;
}

/** A text in an element of its own, but for the spaces around it: nobody translates those, and between boxes they take no room. */
function inRun(text: string, run: string, key: string): ReactNode {
  const words = text.trim();
  if (words === '') return text;
  const at = text.indexOf(words);
  return [text.slice(0, at), createElement(run, { key }, words), text.slice(at + words.length)];
}

const inRuns = (children: readonly ReactNode[], run: string): ReactNode[] =>
  joined(children).map((child, i) => {
    if (isList(child)) return inRuns(child, run);
    return isText(child) ? inRun(String(child), run, `text ${i}`) : child;
  });

/**
 * Children of an element with no text beside other children: texts are joined, and stand in elements of their own.
 * Page translators put their elements in the place of texts. React finds an element again, whatever became of the
 * text in it; but a text among other children it would change, or take away, where it no longer is.
 */
function apart(type: unknown, children: ReactNode): ReactNode {
  if (!hasText(children)) return children;
  // What a fragment stands in is not known here, nor what stands beside it.
  if (type === Fragment) return inRuns(isList(children) ? children : [children], RUN);
  if (typeof type !== 'string' || !isList(children)) return children;
  const shown = joined(children.flat(Number.POSITIVE_INFINITY)).filter((child) => !isNothing(child));
  if (shown.every(isText)) return shown.join('');
  return inRuns(children, runIn[type] ?? RUN);
}

/** An element's properties, with its texts apart from its other children; the same where they are already. */
export function withTextsApart<P extends { readonly children?: ReactNode }>(type: unknown, props: P): P {
  const children = apart(type, props.children);
  return children === props.children ? props : { ...props, children };
}
