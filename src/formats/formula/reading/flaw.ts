/** What in a formula is not understood. */
export class Flaw extends Error {
  constructor(
    readonly expected: string,
    readonly found: string,
    /** The text to look for in the formula, to point at it; or where it stands, from 0. */
    readonly place: string | number | undefined = undefined,
  ) {
    super(expected);
  }
}
