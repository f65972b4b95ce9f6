import { areAlike, type Choice, isOpened, sizesOfChoice } from '../choice/choice';
import { isSameData } from '../opening/expectations';

/**
 * Whether two choices are one network, over the same data and with the same parameters. Its activations, its loss and its
 * rules may differ: who brings arrays may have to set these right for them.
 */
export const isSameNetwork = (a: Choice, b: Choice): boolean =>
  areAlike(sizesOfChoice(a), sizesOfChoice(b)) &&
  areAlike(a.init, b.init) &&
  (isOpened(a.data) ? isSameData(a.data, b.data) : areAlike(a.data, b.data));
