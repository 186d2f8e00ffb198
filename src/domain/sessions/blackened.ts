/** What stands in the place of words that were taken away for good (geschwärzt). It is data like the words were, so it is the same in every language. */
export const blackened = '[geschwärzt]';
