import { ok, type Result } from '../result.ts';
import { methodNamed } from './methods.ts';
import type { Round, Secrecy } from './round.ts';
import type { VoteClass } from './vote-class.ts';

/** What people read before they vote, as facts; the screens put them into words. */
export interface RuleLine {
	readonly voteClass: VoteClass;
	readonly method: string;
	/** The numbers of the method, such as `dots` and `maxPerOption`. */
	readonly numbers: Readonly<Record<string, number>>;
	readonly secrecy: Secrecy;
	readonly resultVisible: 'after-close';
	readonly changeable: 'until-close';
	readonly ties: 'shown';
	/** How many may vote. */
	readonly voters: number;
	readonly recused: number;
	readonly roundNo: number;
	/** How many must answer for the result to count; null where no number was set. */
	readonly quorum: number | null;
	/** Until when answers are taken, in milliseconds since 1970; null: until it is closed. */
	readonly endsAt: number | null;
}

/** The rule line of a round. Everything in it is fixed when the round opens. */
export function ruleLine({
	voteClass,
	method,
	params,
	secrecy,
	electorate,
	roundNo,
	quorum,
	endsAt
}: Round): Result<RuleLine> {
	const found = methodNamed(method);
	if (!found.ok) return found;
	const recused = electorate.filter((voter) => voter.recused).length;
	return ok({
		voteClass,
		method,
		numbers: found.value.ruleNumbers(params),
		secrecy,
		resultVisible: 'after-close',
		changeable: 'until-close',
		ties: 'shown',
		voters: electorate.length - recused,
		recused,
		roundNo,
		quorum,
		endsAt
	});
}
