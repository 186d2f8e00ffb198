import { ofSessions, removing } from './kept-templates.ts';

/** Removes a session template of the organisation. Sessions that were made from it stay as they are. */
export const removeSessionTemplate = removing(ofSessions);
