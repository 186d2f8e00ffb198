/** What can stand in the way of writing into a collaborative document. */
export type DocumentProblem = { code: 'document.frozen'; document: string };

/** The codes at run time: one too few or too many does not compile. */
export const documentProblemCodes = { 'document.frozen': true } satisfies Record<DocumentProblem['code'], true>;
