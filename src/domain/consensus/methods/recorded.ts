import { ok, refuse } from '../../result.ts';
import type { Method } from '../method.ts';

/** A record without rules: there is nothing to set. */
export type NoParams = Readonly<Record<string, never>>;

/**
 * Feststellung: the group has agreed by talking, and the facilitator puts it on record. No ballots, and so no tally is
 * invented (Kreis Unna, Vereinbarungen of the Strategiekommission, 05.08.2020).
 */
export const recorded: Method<NoParams, never, NoParams> = {
	key: 'recorded',
	version: 1,
	takesBallots: false,
	defaultParams: () => ({}),
	checkParams: (params) =>
		typeof params === 'object' && params !== null && Object.keys(params).length === 0
			? ok({})
			: refuse({ code: 'round.params-invalid' }),
	checkBallot: () => refuse({ code: 'round.takes-no-ballots' }),
	tally: () => ({}),
	ranking: () => null,
	ruleNumbers: () => ({})
};
