/** Steps that follow each other faster than this, in ms, are shown without films and without their details: nobody could see them. */
export const HASTE = 130;

/** How long all takes that moves as a step is taken, in ms: it ends at once, and the page is put together anew but once. */
export const MOTION = 420;
