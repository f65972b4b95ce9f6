import type { ElementType, Key, ReactNode } from 'react';
import { jsxDEV as element, type JSXSource } from 'react/jsx-dev-runtime';
import { withTextsApart } from './text-runs';

export { Fragment, type JSX } from 'react/jsx-dev-runtime';

/** What JSX becomes while the page is worked on: as jsx-runtime.ts has it, with where it was written. */
export function jsxDEV(
  type: ElementType,
  given: { readonly children?: ReactNode },
  key: Key | undefined,
  areWritten: boolean,
  source?: JSXSource,
  self?: unknown,
) {
  const props = withTextsApart(type, given);
  return element(type, props, key, areWritten && Array.isArray(props.children), source, self);
}
