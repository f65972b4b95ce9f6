import '../../core/math/kernel/provided';
import { expose } from 'comlink';
import { checksOf } from './checks';

export type { Checks } from './checks';

expose(checksOf());
