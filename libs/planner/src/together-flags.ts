/** What the threads of one search tell each other, each a number in memory they share. */

/** 1 when it is to end. */
export const STOP = 0;
/** How often each of the two has come to a meeting. */
export const MET = 1;
/** How many have ended. */
export const ENDED = 3;
/** 1 while it is to rest. */
export const RESTING = 4;
export const FLAGS = 5;
