import type { AgreementState } from './agreement.ts';
import type { CandidateState } from './candidate.ts';

/** What can stand in the way from the candidate to the promoted goal. */
export type PromotionProblem =
	| { code: 'candidate.move-impossible'; from: CandidateState; to: CandidateState }
	| { code: 'agreement.option-unknown' }
	| { code: 'agreement.not-carried' }
	| { code: 'agreement.only-a-mood' }
	| { code: 'agreement.not-current'; state: AgreementState }
	| { code: 'promotion.already-done'; itemId: string }
	| { code: 'promotion.text-differs' }
	| { code: 'promotion.revises-unknown' }
	| { code: 'chain.broken'; position: number };

/** The codes at run time: one too few or too many does not compile. */
export const promotionProblemCodes = {
	'candidate.move-impossible': true,
	'agreement.option-unknown': true,
	'agreement.not-carried': true,
	'agreement.only-a-mood': true,
	'agreement.not-current': true,
	'promotion.already-done': true,
	'promotion.text-differs': true,
	'promotion.revises-unknown': true,
	'chain.broken': true
} satisfies Record<PromotionProblem['code'], true>;
