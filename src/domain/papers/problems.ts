import type { PaperState } from './paper-state.ts';

/** What can stand in the way of a paper. */
export type PaperProblem =
	| { code: 'paper.not-draft'; state: PaperState }
	| { code: 'paper.not-released'; state: PaperState }
	| { code: 'paper.move-impossible'; from: PaperState; to: PaperState }
	| { code: 'paper.incomplete'; count: number }
	| { code: 'paper.number-malformed'; pattern: string }
	| { code: 'paper.number-taken'; number: string }
	| { code: 'paper.number-given'; number: string };

/** The codes at run time: one too few or too many does not compile. */
export const paperProblemCodes = {
	'paper.not-draft': true,
	'paper.not-released': true,
	'paper.move-impossible': true,
	'paper.incomplete': true,
	'paper.number-malformed': true,
	'paper.number-taken': true,
	'paper.number-given': true
} satisfies Record<PaperProblem['code'], true>;
