import { max } from 'd3-array';

type Numbers = Readonly<Record<string, ArrayLike<number>>>;

/**
 * Throws where the same tensor of two engines differs by more than 1e-4 of the largest number in it: both are
 * float32 and sum in another order. What is not the same is not worth timing.
 */
export function assertAgreement(ours: Numbers, theirs: Numbers): void {
  for (const [name, numbers] of Object.entries(theirs)) {
    const own = Array.from(ours[name]!);
    const allowed = 1e-4 * max(own, Math.abs)!;
    const at = own.findIndex((value, k) => !(Math.abs(value - numbers[k]!) <= allowed));
    if (at >= 0 || own.length !== numbers.length)
      throw new Error(`${name} differs at ${at}: ${own[at]} here, ${numbers[at]} there`);
  }
}
