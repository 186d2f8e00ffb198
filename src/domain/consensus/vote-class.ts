import { ok, refuse, type Result } from '../result.ts';

/** What a vote means. */
interface VoteClassRules {
	/** Whether it is run here; a formal vote happens in the chamber and is only written down here. */
	readonly runHere: boolean;
	/** Whether it can end in an agreement of the workshop. */
	readonly binds: boolean;
	/** Whether it is the legal act of a body. */
	readonly formal: boolean;
}

/**
 * The classes that every ballot and every export wears: Stimmungsbild, Arbeitsentscheidung, Beschluss (erfasst).
 * Workshops agree; only the competent body adopts, and its vote is recorded, never run here.
 */
export const voteClasses = {
	mood: { runHere: true, binds: false, formal: false },
	'working-decision': { runHere: true, binds: true, formal: false },
	'recorded-resolution': { runHere: false, binds: true, formal: true }
} as const satisfies Record<string, VoteClassRules>;

/** The name of a vote class. */
export type VoteClass = keyof typeof voteClasses;

/** Whether a round may be run under this class; a formal vote is refused with `round.formal-only-recorded`. */
export function mayRunAs(voteClass: VoteClass): Result<void> {
	return voteClasses[voteClass].runHere ? ok() : refuse({ code: 'round.formal-only-recorded' });
}
