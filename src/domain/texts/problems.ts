/** What can stand in the way of freezing a text. */
export type TextProblem = { code: 'text.empty' };

/** The codes at run time: one too few or too many does not compile. */
export const textProblemCodes = { 'text.empty': true } satisfies Record<TextProblem['code'], true>;
