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
	| { code: 'round.not-counted-by-hand' }
	| { code: 'round.too-few-options'; least: number }
	| { code: 'round.too-many-options'; most: number }
	| { code: 'round.quorum-invalid'; voters: number }
	| { code: 'round.time-over' }
	| { code: 'round.has-voted' }
	| { code: 'round.other-device' }
	| { code: 'round.secret-without-arguments' }
	| { code: 'round.arguments-full'; most: number }
	| { code: 'round.argument-empty' }
	| { code: 'round.formal-only-recorded' }
	| { code: 'ballot.malformed' }
	| { code: 'ballot.option-unknown' }
	| { code: 'ballot.too-many-dots'; dots: number }
	| { code: 'ballot.too-many-on-one'; limit: number }
	| { code: 'ballot.incomplete' }
	| { code: 'ballot.reason-too-long'; limit: number }
	| { code: 'ballot.objection-without-reason' }
	| { code: 'ballot.more-hands-than-people'; people: number }
	| { code: 'ballot.places-not-in-order' };

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
	'round.not-counted-by-hand': true,
	'round.too-few-options': true,
	'round.too-many-options': true,
	'round.quorum-invalid': true,
	'round.time-over': true,
	'round.has-voted': true,
	'round.other-device': true,
	'round.secret-without-arguments': true,
	'round.arguments-full': true,
	'round.argument-empty': true,
	'round.formal-only-recorded': true,
	'ballot.malformed': true,
	'ballot.option-unknown': true,
	'ballot.too-many-dots': true,
	'ballot.too-many-on-one': true,
	'ballot.incomplete': true,
	'ballot.reason-too-long': true,
	'ballot.objection-without-reason': true,
	'ballot.more-hands-than-people': true,
	'ballot.places-not-in-order': true
} satisfies Record<ConsensusProblem['code'], true>;
