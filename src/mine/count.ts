/** How much is wrong, in one convention. */
export interface Count {
  readonly mistakes: number;
  readonly follow: number;
}

/** How much is wrong: what only follows counts half, since in the right convention less has to. */
const weightOf = ({ mistakes, follow }: Count): number => mistakes + follow / 2;

/** Whether less is wrong. */
export const isLess = (a: Count, b: Count): boolean => weightOf(a) < weightOf(b);
