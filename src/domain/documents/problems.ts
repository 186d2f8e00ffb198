/** What can stand in the way of writing into a collaborative document. */
export type DocumentProblem = { code: 'document.frozen'; document: string };
