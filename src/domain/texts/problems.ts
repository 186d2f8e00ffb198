import type { Day } from '../day.ts';

/**
 * What can stand in the way of freezing a text, of suggesting other words for it, of bringing one in from a file or a board, and of moving amendments
 * to its versions, and of presenting one again.
 */
export type TextProblem =
	| { code: 'text.empty' }
	| { code: 'text.file-unknown' }
	| { code: 'text.file-too-large'; megabytes: number; unpacked: number }
	| { code: 'text.file-protected' }
	| { code: 'text.file-unreadable' }
	| { code: 'text.file-empty' }
	| { code: 'text.too-many-cards'; limit: number }
	| { code: 'suggestion.no-passage' }
	| { code: 'suggestion.says-nothing' }
	| { code: 'suggestion.too-many'; limit: number }
	| { code: 'suggestion.too-long' }
	| { code: 'suggestion.reason-missing' }
	| { code: 'suggestion.disputed' }
	| { code: 'suggestion.gone' }
	| { code: 'suggestion.decided' }
	| { code: 'suggestion.round-over'; until: Day }
	| { code: 'suggestion.no-tie' }
	| { code: 'suggestion.variant-unfit'; variant: number }
	| { code: 'suggestion.variants-open' }
	| { code: 'amendment.not-in-version' }
	| { code: 'amendment.says-nothing' }
	| { code: 'amendment.too-many'; limit: number }
	| { code: 'amendment.closed' }
	| { code: 'amendment.decided' }
	| { code: 'amendment.undecided'; count: number }
	| { code: 'amendment.does-not-fit'; number: number }
	| { code: 'amendment.variant-does-not-fit'; variant: number }
	| { code: 'amendment.words-missing' }
	| { code: 'amendment.no-vote' }
	| { code: 'amendment.tally-contradicts' }
	| { code: 'resubmission.not-settled' }
	| { code: 'resubmission.begun' }
	| { code: 'resubmission.undecided'; count: number };

/** The codes at run time: one too few or too many does not compile. */
export const textProblemCodes = {
	'text.empty': true,
	'text.file-unknown': true,
	'text.file-too-large': true,
	'text.file-protected': true,
	'text.file-unreadable': true,
	'text.file-empty': true,
	'text.too-many-cards': true,
	'suggestion.no-passage': true,
	'suggestion.says-nothing': true,
	'suggestion.too-many': true,
	'suggestion.too-long': true,
	'suggestion.reason-missing': true,
	'suggestion.disputed': true,
	'suggestion.gone': true,
	'suggestion.decided': true,
	'suggestion.round-over': true,
	'suggestion.no-tie': true,
	'suggestion.variant-unfit': true,
	'suggestion.variants-open': true,
	'amendment.not-in-version': true,
	'amendment.says-nothing': true,
	'amendment.too-many': true,
	'amendment.closed': true,
	'amendment.decided': true,
	'amendment.undecided': true,
	'amendment.does-not-fit': true,
	'amendment.variant-does-not-fit': true,
	'amendment.words-missing': true,
	'amendment.no-vote': true,
	'amendment.tally-contradicts': true,
	'resubmission.not-settled': true,
	'resubmission.begun': true,
	'resubmission.undecided': true
} satisfies Record<TextProblem['code'], true>;
