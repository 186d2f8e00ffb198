import { ok, refuse } from '../../result.ts';
import type { Method, Outcome } from '../method.ts';
import { isRecord } from '../shapes.ts';
import { noParams, type NoParams } from './recorded.ts';

/** What people say to a proposal: no objection, none but a worry that is kept, or an objection with its reason. */
export const stances = ['consent', 'concern', 'objection'] as const;
export type Stance = (typeof stances)[number];

/** How long a reason may be, in characters. */
export const reasonLimit = 1000;

/** One person's answer. */
export interface ConsentBallot {
	readonly stance: Stance;
	/** Why; an objection has one always. */
	readonly reason: string;
}

/** What a consent round gives. */
export interface ConsentTally {
	readonly consent: number;
	readonly concern: number;
	readonly objection: number;
	/** Who could have answered and has not. */
	readonly missing: number;
	/** What was objected, in an order that says nothing about who said it. */
	readonly objections: readonly string[];
	/** What people worry about; it is kept with the agreement. */
	readonly concerns: readonly string[];
	readonly outcome: Outcome;
}

/**
 * Konsent: a proposal is good enough when nobody has an objection left. An objection is no veto: it has a reason, and the reason goes
 * into the next wording, about which everybody answers anew. Passed means that everybody has answered and nobody objects.
 */
export const consent: Method<NoParams, ConsentBallot, ConsentTally> = {
	key: 'consent',
	version: 1,
	answers: 'ballots',
	options: { least: 1, most: 1 },
	passive: false,
	defaultParams: () => ({}),
	checkParams: noParams,
	checkBallot(_, __, ballot) {
		const { stance, reason = '' } = isRecord(ballot) ? ballot : {};
		const known = stances.find((one) => one === stance);
		if (!known || typeof reason !== 'string') return refuse({ code: 'ballot.malformed' });
		const text = reason.trim();
		if (text.length > reasonLimit) return refuse({ code: 'ballot.reason-too-long', limit: reasonLimit });
		if (known === 'objection' && text === '') return refuse({ code: 'ballot.objection-without-reason' });
		return ok({ stance: known, reason: known === 'consent' ? '' : text });
	},
	tally(_, { eligible }, ballots) {
		const of = (wanted: Stance) => ballots.filter(({ stance }) => stance === wanted);
		const reasons = (wanted: Stance) =>
			of(wanted)
				.map(({ reason }) => reason)
				.filter((reason) => reason !== '')
				.sort();
		const missing = eligible - ballots.length;
		const objection = of('objection').length;
		return {
			consent: of('consent').length,
			concern: of('concern').length,
			objection,
			missing,
			objections: reasons('objection'),
			concerns: reasons('concern'),
			outcome: objection > 0 ? 'rejected' : missing > 0 ? 'open' : 'passed'
		};
	},
	ranking: () => null,
	outcome: ({ outcome }) => outcome,
	position: () => null,
	ruleNumbers: () => ({}),
	sample: (_, __, luck) =>
		luck() < 0.9 ? { stance: 'consent', reason: '' } : { stance: 'concern', reason: 'Das kostet Zeit.' }
};
