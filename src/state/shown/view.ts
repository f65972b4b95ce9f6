import { type Learning, noLesson } from '../learning/learning';

/** The views of the page, by their names in links. */
export const viewNames = ['learn', 'step', 'compare', 'activations', 'mine'] as const;

export type ViewName = (typeof viewNames)[number];

/** How the comparison is set up. */
export interface Comparing {
  /** The plans side by side, from two to four, as `planOf` reads them. */
  readonly plans: readonly string[];
  /** The tensor whose differences from the first run are shown; none where they are not. */
  readonly difference: string | undefined;
}

/** What stands for a formula of one's own among the activations that are looked at. */
export const OWN = 'own';

/** What is looked at among the activations. */
export interface Exploring {
  /** By its name in files, or `OWN`; that of the step's layer until one is picked. */
  readonly activation: string | undefined;
  /** The layer of the model whose cells lie on the curve, counted from 1. */
  readonly layer: number;
}

export const MOST_PLANS = 4;
export const FEWEST_PLANS = 2;

/** A view, with what was set up in each. */
export interface Shown {
  readonly view: ViewName;
  readonly comparing: Comparing;
  readonly exploring: Exploring;
  readonly learning: Learning;
  /** Whether each step of the way back is asked before it is taken. */
  readonly predicting: boolean;
}

/** What the page opens on. */
export const opening: Shown = {
  view: 'step',
  comparing: { plans: ['Z', 'A'], difference: undefined },
  exploring: { activation: undefined, layer: 1 },
  learning: noLesson,
  predicting: false,
};

/**
 * A view as a short text, for a link: `compare.Z.A.checkpoint-4~dZ1`, `activations.silu.1`, `mine`; nothing for the view that
 * the page opens on.
 */
export function writeView({ view, comparing, exploring }: Shown): string {
  if (view === 'step') return '';
  if (view === 'mine' || view === 'learn') return view;
  if (view === 'activations') {
    const { activation, layer } = exploring;
    return activation === undefined ? view : [view, activation, layer].join('.');
  }
  return [view, ...comparing.plans].join('.') + (comparing.difference ? `~${comparing.difference}` : '');
}

/** The view that such a text stands for; the first one where it stands for none. */
export function readView(text = ''): Shown {
  if (text === 'activations' || text === 'learn' || text === 'mine') return { ...opening, view: text };
  const [, activation, layer] = /^activations\.(\w+)\.([1-9]\d?)$/.exec(text) ?? [];
  if (activation) return { ...opening, view: 'activations', exploring: { activation, layer: Number(layer) } };
  const [, plans, difference] = /^compare((?:\.[\w-]+)*)(?:~(\w+))?$/.exec(text) ?? [];
  if (plans === undefined) return opening;
  const names = plans.split('.').filter(Boolean).slice(0, MOST_PLANS);
  return {
    ...opening,
    view: 'compare',
    comparing: { plans: names.length < FEWEST_PLANS ? opening.comparing.plans : names, difference },
  };
}
