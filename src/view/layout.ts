import type { PanelName } from '../state/shown/panels';

/** How much of the timeline there is room for: all; its lines' names over a lower chart; or a scrubber and little more. */
export type TimelineForm = 'whole' | 'short' | 'scrubber';

/** How the page is divided: the step's panel beside the stage; its sentence over the stage; or a hand's width or height. */
export type Mode = 'wide' | 'medium' | 'narrow';

/** The page's division at one size of the window, in CSS pixels; what is not there has no size. */
export interface Layout {
  readonly mode: Mode;
  /** Whether it is a phone on its side: what lies over the stage does so from the right. */
  readonly low: boolean;
  /** The width of the window. */
  readonly width: number;
  /** Where the ways on from the first sight stand, where there is no panel for them: beside the question, or over the stage's lower edge. */
  readonly ways: 'beside' | 'below';
  readonly headerHeight: number;
  /** The slim rail on the left that opens the editor. */
  readonly railWidth: number;
  /** The panel that tells of the step. */
  readonly inspectorWidth: number;
  /** The line that tells of the step where there is no room for its panel, or it is folded. */
  readonly stripHeight: number;
  readonly timelineHeight: number;
  readonly timelineWidth: number;
  readonly timeline: TimelineForm;
  /** Whether the page is shown to a room: larger type, panels folded. */
  readonly presenting: boolean;
  /** The room for the stage. */
  readonly stage: { readonly width: number; readonly height: number };
}

/** What the reader folded away, and whether the page is shown to a room. */
export interface Folding {
  readonly hidden: readonly PanelName[];
  readonly presenting: boolean;
}

const WIDE = 1200;
const MEDIUM = 760;

/** What is lower than this is a phone on its side. */
const LOW = 500;

/**
 * Windows that are no phone but a page that is enlarged: such a page is so high at least, and scrolls, so that all around the
 * stage steps aside. One is too narrow for a phone on its side, the other lower than what browsers leave of one. In CSS pixels;
 * CSS has all of them too.
 */
const ENLARGED = { width: 560, height: 540 };
const LOWEST = { below: 240, height: 380 };

/** From here on a window has room for the whole timeline. */
const HIGH = 760;

/** How much of the stage a sheet covers from below, where there is a hand's width. */
export const SHEET = 0.46;

/** How wide a sheet is that lies over the right of a phone on its side, in CSS pixels; CSS has it too. */
export const SIDE_SHEET = 340;

/** From which width on both ways on have room beside the question, with its answer and alone, in CSS pixels. */
const [WAYS_BESIDE, WAYS_BESIDE_LOW] = [1020, 800];

/** Whether the header has room in its line for all that stands in it, in a window of that width in CSS pixels. */
export const isHeaderInALine = ({ mode, width }: Pick<Layout, 'mode' | 'width'>): boolean =>
  mode !== 'narrow' && width >= 1000;

/** On both sides of the timeline, and between it and the player. */
const MARGIN = 16;
const PLAYER = 236;

interface Parts {
  readonly header: number;
  readonly rail: number;
  readonly strip: number;
  readonly timeline: number;
}

const parts = {
  wide: { header: 46, rail: 52, strip: 54, timeline: 124 },
  medium: { header: 44, rail: 52, strip: 54, timeline: 82 },
  narrow: { header: 50, rail: 0, strip: 76, timeline: 112 },
  /** A phone on its side. */
  low: { header: 40, rail: 0, strip: 32, timeline: 58 },
  presenting: { header: 0, rail: 0, strip: 62, timeline: 58 },
} as const satisfies Record<string, Parts>;

/** The height of the page in a window: the window's own, unless the page is enlarged. */
function heightOfPage(width: number, height: number): number {
  if (height < LOW && width < ENLARGED.width) return ENLARGED.height;
  return height < LOWEST.below ? LOWEST.height : height;
}

const open: Folding = { hidden: [], presenting: false };

/** The layout for a window of that size. A pure function, so that nothing has to be measured. */
export function layoutOf(
  width: number,
  windowHeight: number,
  { hidden, presenting }: Folding = open,
): Layout {
  const height = heightOfPage(width, windowHeight);
  const isLow = height < LOW;
  const mode: Mode = width < MEDIUM || isLow ? 'narrow' : width < WIDE ? 'medium' : 'wide';
  const sizes: Parts = parts[presenting ? 'presenting' : mode === 'narrow' && isLow ? 'low' : mode];
  const there = (panel: PanelName, size: number) => (hidden.includes(panel) ? 0 : size);
  const isBeside = mode === 'wide' && !presenting && !hidden.includes('inspector');
  const inspectorWidth = isBeside ? Math.round(Math.min(380, Math.max(284, width * 0.2))) : 0;
  const headerHeight = there('header', sizes.header);
  const railWidth = there('editor', sizes.rail);
  const stripHeight = isBeside ? 0 : sizes.strip;
  const isScrubber = presenting || mode === 'narrow';
  const timeline = isScrubber ? 'scrubber' : mode !== 'wide' || height < HIGH ? 'short' : 'whole';
  const short = timeline === 'short' && parts.medium.timeline;
  const timelineHeight = there('timeline', short || sizes.timeline);
  const isStacked = mode === 'narrow' && !isLow && !presenting;
  return {
    mode,
    low: mode === 'narrow' && isLow,
    width,
    ways: width >= (isLow ? WAYS_BESIDE_LOW : WAYS_BESIDE) ? 'beside' : 'below',
    headerHeight,
    railWidth,
    inspectorWidth,
    stripHeight,
    timelineHeight,
    timelineWidth: width - 2 * MARGIN - (isStacked ? 0 : PLAYER),
    timeline,
    presenting,
    stage: {
      width: width - railWidth - inspectorWidth,
      height: height - headerHeight - stripHeight - timelineHeight,
    },
  };
}
