/** What can stand in the way of a change to a board. */
export type BoardProblem =
	| { code: 'board.element-missing' }
	| { code: 'board.element-exists' }
	| { code: 'board.full'; limit: number }
	| { code: 'board.not-an-area' }
	| { code: 'board.area-inside-itself' }
	| { code: 'board.too-deep'; limit: number }
	| { code: 'board.end-not-connectable' }
	| { code: 'board.connector-to-itself' };
