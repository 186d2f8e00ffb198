import { ofBoards, renaming } from './kept-templates.ts';

/** Gives a board template of the organisation another name. */
export const renameBoardTemplate = renaming(ofBoards);
