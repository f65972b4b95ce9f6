/* All that puts something in the middle of the stage, for whoever loads it. */
export { withAside } from './drawing/aside';
export { focusedGeometry, keysInFocus } from './layout/focused';
export { toldOf } from './layout/told';
