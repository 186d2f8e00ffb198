/**
 * What an editor needs, fetched when somebody is about to write. Asked for while a text is still on its way, it is there when the text is.
 */
export const editorParts = () =>
	Promise.all([
		import('./editor.ts'),
		import('./suggestions/suggestion-marks.ts'),
		import('./comments/comment-decorations.ts')
	]);
