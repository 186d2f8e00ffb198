import { ok, refuse, type Result } from '../../result.ts';
import type { Method } from '../method.ts';
import { isRecord } from '../shapes.ts';

/** A method without rules: there is nothing to set. */
export type NoParams = Readonly<Record<string, never>>;

/** Nothing, or `round.params-invalid`. */
export const noParams = (params: unknown): Result<NoParams> =>
	isRecord(params) && Object.keys(params).length === 0 ? ok({}) : refuse({ code: 'round.params-invalid' });

/**
 * Feststellung: the group has agreed by talking, and the facilitator puts it on record. No ballots, and so no tally is
 * invented (Kreis Unna, Vereinbarungen of the Strategiekommission, 05.08.2020).
 */
export const recorded: Method<NoParams, never, NoParams> = {
	key: 'recorded',
	version: 1,
	answers: 'none',
	options: { least: 1, most: 1 },
	passive: false,
	defaultParams: () => ({}),
	checkParams: noParams,
	checkBallot: () => refuse({ code: 'round.takes-no-ballots' }),
	tally: () => ({}),
	ranking: () => null,
	outcome: () => null,
	position: () => null,
	ruleNumbers: () => ({}),
	sample: () => null
};
