/** What can stand in the way of freezing a text and of suggesting other words for it. */
export type TextProblem =
	| { code: 'text.empty' }
	| { code: 'suggestion.no-passage' }
	| { code: 'suggestion.says-nothing' }
	| { code: 'suggestion.too-many'; limit: number }
	| { code: 'suggestion.reason-missing' }
	| { code: 'suggestion.disputed' }
	| { code: 'suggestion.gone' }
	| { code: 'suggestion.decided' };

/** The codes at run time: one too few or too many does not compile. */
export const textProblemCodes = {
	'text.empty': true,
	'suggestion.no-passage': true,
	'suggestion.says-nothing': true,
	'suggestion.too-many': true,
	'suggestion.reason-missing': true,
	'suggestion.disputed': true,
	'suggestion.gone': true,
	'suggestion.decided': true
} satisfies Record<TextProblem['code'], true>;
