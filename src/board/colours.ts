/** The colours a thing on the board can have. Their names are the meaning; what they look like is the interface's matter. */
export const colours = ['yellow', 'orange', 'red', 'violet', 'blue', 'turquoise'] as const;
export type Colour = (typeof colours)[number];
