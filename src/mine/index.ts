export { type CauseId, causes } from './causes';
export { type Convention, conventionName } from './conventions';
export { judge, MOST_KEPT } from './judge';
export { type Found, mistakesIn, type Report, type Row, type Verdict } from './report';
export { Room } from './room';
export type { Brought } from './tensor';
