import * as v from 'valibot';

const draftSchema = v.object({
  name: v.string(),
  formula: v.string(),
  slope: v.string(),
  slopeFromA: v.string(),
});

/** What stands in the fields of a formula of one's own: its name, and its slopes, which may be left empty. */
export type Draft = Readonly<v.InferOutput<typeof draftSchema>>;

const keptSchema = v.object({ draft: draftSchema, beside: v.string() });

const KEY = 'cacheback-formula';

/** Keeps what was typed for as long as the tab lives; `beside` is the formula that the model had meanwhile. */
export function keepDraft(draft: Draft, beside = ''): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ draft, beside }));
  } catch {
    // A browser that stores nothing: the text lasts as long as its fields.
  }
}

/** What was typed beside that formula of the model and not used yet; undefined where there is nothing, or no sense in it. */
export function keptDraft(beside = ''): Draft | undefined {
  try {
    const kept = v.safeParse(keptSchema, JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
    return kept.success && kept.output.beside === beside ? kept.output.draft : undefined;
  } catch {
    return undefined;
  }
}
