/** From where a picture of a board is loaded; the server asks each time whether this person may see it. */
export function pictureAddress(boardId: string, picture: string): string {
	return `/b/${boardId}/pictures/${picture}`;
}
