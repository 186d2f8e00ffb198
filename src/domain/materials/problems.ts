/** What can stand in the way of files of a process and of cards made from them. */
export type MaterialProblem =
	| { code: 'material.empty' }
	| { code: 'material.too-large'; megabytes: number }
	| { code: 'material.kind-unknown' }
	| { code: 'material.too-many'; limit: number }
	| { code: 'table.unreadable' }
	| { code: 'table.too-many-rows'; limit: number }
	| { code: 'table.no-words' }
	| { code: 'table.row-too-long'; row: number; limit: number };

/** The codes at run time: one too few or too many does not compile. */
export const materialProblemCodes = {
	'material.empty': true,
	'material.too-large': true,
	'material.kind-unknown': true,
	'material.too-many': true,
	'table.unreadable': true,
	'table.too-many-rows': true,
	'table.no-words': true,
	'table.row-too-long': true
} satisfies Record<MaterialProblem['code'], true>;
