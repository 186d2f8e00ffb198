/** What can stand in the way of a change to a board. */
export type BoardProblem =
	| { code: 'board.element-missing' }
	| { code: 'board.element-exists' }
	| { code: 'board.full'; limit: number }
	| { code: 'board.too-much-pasted'; count: number; limit: number }
	| { code: 'board.not-an-area' }
	| { code: 'board.area-inside-itself' }
	| { code: 'board.too-deep'; limit: number }
	| { code: 'board.end-not-connectable' }
	| { code: 'board.connector-to-itself' };

/** The codes at run time: one too few or too many does not compile. */
export const boardProblemCodes = {
	'board.element-missing': true,
	'board.element-exists': true,
	'board.full': true,
	'board.too-much-pasted': true,
	'board.not-an-area': true,
	'board.area-inside-itself': true,
	'board.too-deep': true,
	'board.end-not-connectable': true,
	'board.connector-to-itself': true
} satisfies Record<BoardProblem['code'], true>;
