/** The views of the page, by their names in links. */
export const viewNames = ['step', 'compare'] as const;

export type ViewName = (typeof viewNames)[number];

/** How the comparison is set up. */
export interface Comparing {
  /** The plans side by side, from two to four, as `readPlan` reads them. */
  readonly lanes: readonly string[];
  /** The tensor whose differences between the first two lanes are shown; none where they are not. */
  readonly difference: string | undefined;
}

export const MOST_LANES = 4;
export const FEWEST_LANES = 2;

export const firstComparing: Comparing = { lanes: ['Z', 'A'], difference: undefined };

/** A view, with what was set up in it. */
export interface Shown {
  readonly view: ViewName;
  readonly comparing: Comparing;
}

/** What the page opens on. */
export const opening: Shown = { view: 'step', comparing: firstComparing };

/** A view as a short text, for a link: `compare.Z.A.checkpoint-4~dZ1`; nothing for the view that the page opens on. */
export function writeView({ view, comparing: { lanes, difference } }: Shown): string {
  if (view === 'step') return '';
  return [view, ...lanes].join('.') + (difference ? `~${difference}` : '');
}

/** The view that such a text stands for; the first one where it stands for none. */
export function readView(text = ''): Shown {
  const [, view, lanes = '', difference] = /^(compare)((?:\.[\w-]+)*)(?:~(\w+))?$/.exec(text) ?? [];
  const names = lanes.split('.').filter(Boolean).slice(0, MOST_LANES);
  if (view === undefined) return opening;
  return {
    view: 'compare',
    comparing: { lanes: names.length < FEWEST_LANES ? firstComparing.lanes : names, difference },
  };
}
