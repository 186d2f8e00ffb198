import type { RoundState } from './round.ts';

/** What can stand in the way of a decision round. */
export type ConsensusProblem =
	| { code: 'round.not-open'; state: RoundState }
	| { code: 'round.not-prepared'; state: RoundState }
	| { code: 'round.not-closed'; state: RoundState }
	| { code: 'round.no-options' }
	| { code: 'round.no-voters' }
	| { code: 'round.not-in-electorate' }
	| { code: 'round.in-electorate' }
	| { code: 'round.not-asked' }
	| { code: 'round.recused' }
	| { code: 'round.reason-missing' }
	| { code: 'round.method-unknown'; method: string }
	| { code: 'round.params-invalid' }
	| { code: 'round.takes-no-ballots' }
	| { code: 'round.formal-only-recorded' }
	| { code: 'ballot.malformed' }
	| { code: 'ballot.option-unknown' }
	| { code: 'ballot.too-many-dots'; dots: number }
	| { code: 'ballot.too-many-on-one'; limit: number };

/** The codes at run time: one too few or too many does not compile. */
export const consensusProblemCodes = {
	'round.not-open': true,
	'round.not-prepared': true,
	'round.not-closed': true,
	'round.no-options': true,
	'round.no-voters': true,
	'round.not-in-electorate': true,
	'round.in-electorate': true,
	'round.not-asked': true,
	'round.recused': true,
	'round.reason-missing': true,
	'round.method-unknown': true,
	'round.params-invalid': true,
	'round.takes-no-ballots': true,
	'round.formal-only-recorded': true,
	'ballot.malformed': true,
	'ballot.option-unknown': true,
	'ballot.too-many-dots': true,
	'ballot.too-many-on-one': true
} satisfies Record<ConsensusProblem['code'], true>;
