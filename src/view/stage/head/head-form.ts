/** How much of its words, buttons and pictures a card's head shows. */
export interface HeadForm {
  /** The curve of the activation beside its name. */
  readonly curve: boolean;
  /** Buttons for one unit more and one less. */
  readonly steps: boolean;
  /** `Layer 1` rather than `L1`. */
  readonly named: boolean;
  /** `keeps Z` rather than `Z`. */
  readonly keeps: boolean;
}

/** From the fullest to the shortest. A card grows narrower as units are added, so the button for that goes late. */
const forms: readonly HeadForm[] = [
  { curve: true, steps: true, named: true, keeps: true },
  { curve: false, steps: true, named: true, keeps: true },
  { curve: false, steps: true, named: false, keeps: true },
  { curve: false, steps: true, named: false, keeps: false },
  { curve: false, steps: false, named: true, keeps: false },
  { curve: false, steps: false, named: false, keeps: false },
];

/** What the head takes beside its words: its edges, gaps and the button for more. */
const AROUND = 62;

/** What the curve takes, with the gap before it. */
const CURVE = 44;

/** About how wide a letter of a button is, and what stands around its words. */
const [LETTER, BUTTON] = [7.6, 19];

/** What a button with that word on it needs. */
export const buttonWidth = (word: string): number => word.length * LETTER + BUTTON;

/** What a head is to show, and how wide its card is, in CSS pixels. */
export interface Head {
  readonly width: number;
  readonly activation: string;
  readonly keep: string;
  /** Whether its units follow from the labels: it has no buttons for them. */
  readonly isLast: boolean;
}

const widthOf = ({ curve, steps, named, keeps }: HeadForm, { activation, keep, isLast }: Head): number =>
  AROUND +
  (named ? 54 : 24) +
  (steps && !isLast ? 78 : 34) +
  buttonWidth(activation) +
  (curve ? CURVE : 0) +
  (keeps ? 40 : 0) +
  buttonWidth(keep);

/** The fullest form, from one on, that fits all of some heads; the shortest where none does. */
const fitting = (heads: readonly Head[], from = forms[0]!): HeadForm =>
  forms.slice(forms.indexOf(from)).find((form) => heads.every((head) => widthOf(form, head) <= head.width)) ??
  forms[forms.length - 1]!;

/**
 * The forms of a picture's heads: one for all, so that they look alike, but of a last layer that has less room, since it
 * often has one unit.
 */
export function headForms(heads: readonly Head[]): HeadForm[] {
  const hidden = heads.filter(({ isLast }) => !isLast);
  const form = fitting(hidden);
  return heads.map((head) => (head.isLast ? fitting([head], form) : form));
}
