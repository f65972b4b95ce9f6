export { type CauseId, causes } from './causes';
export { type Convention, conventionName } from './conventions';
export { judge } from './judge';
export { type Found, mistakesIn, type Report, type Row, type Verdict } from './report';
export type { Brought } from './tensor';
