/** Steps that follow each other faster than this, in ms, are shown without films and without their details: nobody could see them. */
export const HASTE = 130;
