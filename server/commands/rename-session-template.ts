import { ofSessions, renaming } from './kept-templates.ts';

/** Gives a session template of the organisation another name. */
export const renameSessionTemplate = renaming(ofSessions);
