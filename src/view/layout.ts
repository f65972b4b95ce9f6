import { useSyncExternalStore } from 'react';

/** How the page is divided: three columns; two; or one that scrolls. */
export type Mode = 'wide' | 'medium' | 'narrow';

/** The page's division at one size of the window, in CSS pixels. */
export interface Layout {
  readonly mode: Mode;
  /** The rail with the editor, and in `wide` the one with the inspector. */
  readonly editorWidth: number;
  readonly inspectorWidth: number;
  readonly headerHeight: number;
  readonly timelineHeight: number;
  readonly timelineWidth: number;
  /** The room for the stage. In `narrow` its height is what it needs. */
  readonly stage: { readonly width: number; readonly height: number };
}

const WIDE = 1200;
const MEDIUM = 760;

/** On both sides of the timeline. */
const MARGIN = 16;

/** The layout for a window of that size. A pure function, so that nothing has to be measured. */
export function layoutOf(width: number, height: number): Layout {
  const mode = width >= WIDE ? 'wide' : width >= MEDIUM ? 'medium' : 'narrow';
  const editorWidth = mode === 'wide' ? 264 : mode === 'medium' ? 272 : width;
  const inspectorWidth = mode === 'wide' ? 304 : editorWidth;
  const headerHeight = mode === 'narrow' ? 96 : 52;
  const timelineHeight = mode === 'wide' ? 156 : mode === 'medium' ? 152 : 146;
  const besides = { wide: editorWidth + inspectorWidth, medium: editorWidth, narrow: 0 }[mode];
  const stage = { width: width - besides, height: height - headerHeight - timelineHeight };
  const timelineWidth = (mode === 'narrow' ? width : width - editorWidth) - 2 * MARGIN;
  return { mode, editorWidth, inspectorWidth, headerHeight, timelineHeight, timelineWidth, stage };
}

let known: Layout | undefined;
let knownSize = '';

function current(): Layout {
  const { innerWidth, innerHeight } = window;
  const size = `${innerWidth}x${innerHeight}`;
  if (!known || size !== knownSize) known = layoutOf(innerWidth, innerHeight);
  knownSize = size;
  return known;
}

function onResize(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

/** The layout for the window as it is now. */
export const useLayout = (): Layout => useSyncExternalStore(onResize, current);
