import type { Outcome } from './outcome.ts';

/** What can stand in the way of a consultation chain or of an outcome. */
export type ResolutionProblem =
	| { code: 'consultation.body-unknown' }
	| { code: 'consultation.date-invalid'; position: number }
	| { code: 'consultation.dates-descend'; position: number }
	| { code: 'consultation.never-public'; position: number }
	| { code: 'consultation.always-public'; position: number }
	| { code: 'consultation.several-authoritative' }
	| { code: 'consultation.body-cannot-decide'; position: number }
	| { code: 'consultation.role-forbidden'; position: number }
	| { code: 'consultation.not-its-turn' }
	| { code: 'outcome.already-recorded' }
	| { code: 'outcome.not-offered'; outcome: Outcome }
	| { code: 'outcome.text-missing' }
	| { code: 'outcome.text-unchanged' }
	| { code: 'outcome.text-changed' }
	| { code: 'outcome.tally-invalid' }
	| { code: 'outcome.variants-undecided' };

/** The codes at run time: one too few or too many does not compile. */
export const resolutionProblemCodes = {
	'consultation.body-unknown': true,
	'consultation.date-invalid': true,
	'consultation.dates-descend': true,
	'consultation.never-public': true,
	'consultation.always-public': true,
	'consultation.several-authoritative': true,
	'consultation.body-cannot-decide': true,
	'consultation.role-forbidden': true,
	'consultation.not-its-turn': true,
	'outcome.already-recorded': true,
	'outcome.not-offered': true,
	'outcome.text-missing': true,
	'outcome.text-unchanged': true,
	'outcome.text-changed': true,
	'outcome.tally-invalid': true,
	'outcome.variants-undecided': true
} satisfies Record<ResolutionProblem['code'], true>;
