/** The colours of the page's theme that the stage is drawn in, as tokens.css names them. */
export const tones = [
  'paper',
  'ground',
  'panel',
  'line',
  'line-strong',
  'ink',
  'ink-soft',
  'ink-faint',
  'forward',
  'backward',
  'read',
  'read-ink',
  'recompute',
  'write',
  'write-ink',
  'source',
  'hatch',
  'alarm',
] as const;

/** A colour by its name: what it is depends on the theme. */
export type Tone = (typeof tones)[number];

/** The theme's colours by name, as CSS writes colours. */
export type Tones = Readonly<Record<Tone, string>>;

/** The colours that the page has now: a file has no style sheet to ask. */
export function tonesOfPage(): Tones {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(
    tones.map((tone) => [tone, style.getPropertyValue(`--${tone}`).trim() || 'currentColor']),
  ) as Tones;
}
