/** A question, and the element that asks it. */
export interface Answering<Q> {
  readonly question: Q;
  readonly labelledBy: string;
}
