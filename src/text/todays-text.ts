/** How an address names the text as it is at this moment, beside its frozen versions. */
export const todaysText = 'now';
