import { later } from '../later';

export type Focusing = typeof import('./focus');

/** What puts something in the middle of the stage. It comes with the lessons, or when the reader first comes close. */
export const focusing = later('focus', async () => ({ focus: await import('./focus') }));
