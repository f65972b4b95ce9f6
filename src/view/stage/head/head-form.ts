/** How much of its words and buttons a card's head shows. */
export interface HeadForm {
  /** Buttons for one unit more and one less. */
  readonly steps: boolean;
  /** `Layer 1` rather than `L1`. */
  readonly named: boolean;
  /** `keeps Z` rather than `Z`. */
  readonly keeps: boolean;
}

/** From the fullest to the shortest. A card grows narrower as units are added, so the button for that goes late. */
const forms: readonly HeadForm[] = [
  { steps: true, named: true, keeps: true },
  { steps: true, named: false, keeps: true },
  { steps: false, named: true, keeps: true },
  { steps: false, named: true, keeps: false },
  { steps: false, named: false, keeps: false },
];

/** What the head takes beside its words: its edges, gaps and the button for more. */
const AROUND = 66;

/** About how wide a letter of a button is, and what stands around its words. */
const [LETTER, BUTTON] = [7.6, 24];

/** What a button with that word on it needs. */
export const buttonWidth = (word: string): number => word.length * LETTER + BUTTON;

const widthOf = ({ steps, named, keeps }: HeadForm, activation: string, keep: string): number =>
  AROUND +
  (named ? 54 : 26) +
  (steps ? 78 : 34) +
  buttonWidth(activation) +
  (keeps ? 40 : 0) +
  buttonWidth(keep);

/** The fullest form of a head that is as wide as its card, in CSS pixels; the shortest where none fits. */
export const headForm = (width: number, activation: string, keep: string): HeadForm =>
  forms.find((form) => widthOf(form, activation, keep) <= width) ?? forms[forms.length - 1]!;
