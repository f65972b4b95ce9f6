import type { ElementType, Key, ReactNode } from 'react';
import { jsx as one, jsxs as several } from 'react/jsx-runtime';
import { withTextsApart } from './text-runs';

export { Fragment, type JSX } from 'react/jsx-runtime';

/** What JSX becomes: React's elements, whose texts page translators may change. */
export function jsx(type: ElementType, given: { readonly children?: ReactNode }, key?: Key) {
  return one(type, withTextsApart(type, given), key);
}

/** The same, of children that stand where they are written. */
export function jsxs(type: ElementType, given: { readonly children?: ReactNode }, key?: Key) {
  const props = withTextsApart(type, given);
  return (Array.isArray(props.children) ? several : one)(type, props, key);
}
