/** What can stand in the way of a comment on a board or text. */
export type CommentProblem =
	| { code: 'comment.empty' }
	| { code: 'comment.place-missing' }
	| { code: 'comment.settled' }
	| { code: 'comment.signed-now' }
	| { code: 'comment.too-many'; limit: number };

/** The codes at run time: one too few or too many does not compile. */
export const commentProblemCodes = {
	'comment.empty': true,
	'comment.place-missing': true,
	'comment.settled': true,
	'comment.signed-now': true,
	'comment.too-many': true
} satisfies Record<CommentProblem['code'], true>;
