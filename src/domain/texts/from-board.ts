/** So many cards and their topics are taken from a board into a text at once. */
export const mostTaken = 1_000;
