import { ofBoards, removing } from './kept-templates.ts';

/** Removes a board template of the organisation. Boards onto which it was laid stay as they are. */
export const removeBoardTemplate = removing(ofBoards);
