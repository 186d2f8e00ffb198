/** What can stand in the way of freezing a text, of suggesting other words for it, and of bringing one in from a file. */
export type TextProblem =
	| { code: 'text.empty' }
	| { code: 'text.file-unknown' }
	| { code: 'text.file-too-large'; megabytes: number; unpacked: number }
	| { code: 'text.file-protected' }
	| { code: 'text.file-unreadable' }
	| { code: 'text.file-empty' }
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
	'text.file-unknown': true,
	'text.file-too-large': true,
	'text.file-protected': true,
	'text.file-unreadable': true,
	'text.file-empty': true,
	'suggestion.no-passage': true,
	'suggestion.says-nothing': true,
	'suggestion.too-many': true,
	'suggestion.reason-missing': true,
	'suggestion.disputed': true,
	'suggestion.gone': true,
	'suggestion.decided': true
} satisfies Record<TextProblem['code'], true>;
