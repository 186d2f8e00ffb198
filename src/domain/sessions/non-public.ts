import type { Action } from '../rights/rights.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { SessionState } from './agenda.ts';

/** Whether something belongs to what everybody of a session may know, or to a part that was not public (nichtöffentlicher Teil). */
export const parts = ['public', 'non-public'] as const;
export type Part = (typeof parts)[number];

/** How somebody who takes part in a session stands to it and to its process. */
export interface Standpoint {
	/** She leads the session, or its lead has named her to take over. */
	readonly leads: boolean;
	/** She administers or steers the organisation. */
	readonly office: boolean;
	/** She belongs to the process or works in one of its groups, with an account. */
	readonly member: boolean;
}

/**
 * Whether somebody stays when a session is closed to the public: who leads it, and whoever may read the process anyway. Everybody else is
 * the public (Öffentlichkeit): guests without an account, and people with one who do not belong to the process.
 */
export const staysInside = ({ leads, office, member }: Standpoint): boolean => leads || office || member;

/** What the rule asks of a session. */
interface Publicity {
	readonly state: SessionState;
	/** The non-public part that is on, if there is one. */
	readonly partId: string | null;
}

/** Whether a session can be closed to the public, also before it starts. One that is closed already is answered as done. */
export function closeToPublic({ state, partId }: Publicity): Result<{ changes: boolean }> {
	return state === 'ended' ? refuse({ code: 'session.closed' }) : ok({ changes: partId === null });
}

/**
 * Whether a session can be public again. A vote that was opened behind closed doors has to be closed or given up before: those who vote
 * would lose it from sight.
 */
export function reopenToPublic(
	{ partId }: Publicity,
	/** The non-public parts of the rounds that are open; null for public ones. */
	openRounds: readonly (string | null)[]
): Result<{ changes: boolean }> {
	if (partId === null) return ok({ changes: false });
	return openRounds.includes(partId) ? refuse({ code: 'session.vote-still-open' }) : ok({ changes: true });
}

/** How a step was on: only in public, in both, or only while the session was not public. Then the public does not read its name. */
export type StepMark = 'public' | 'partly' | 'wholly';

/** The mark of a step by its visits, each of which was public or not. A step that was never on is public. */
export function stepMark(visits: readonly { readonly nonPublic: boolean }[]): StepMark {
	if (!visits.some(({ nonPublic }) => nonPublic)) return 'public';
	return visits.every(({ nonPublic }) => nonPublic) ? 'wholly' : 'partly';
}

/** What writes into a board or text. */
const writing: ReadonlySet<Action> = new Set<Action>([
	'board.write-cards',
	'board.write-cards-in-step',
	'board.write-scaffold',
	'board.comment',
	'board.add-picture',
	'comment.say',
	'comment.remove',
	'text.write',
	'text.suggest',
	'text.decide',
	'text.comment',
	'text.freeze',
	'checkpoint.create',
	'checkpoint.restore'
]);

/**
 * Whether something may not be done with a board or text that rests. What everybody knows rests while its session is not public: whatever
 * is written into it would be public afterwards. The board of a non-public part rests once that part is over.
 */
export const changesWhatRests = (action: Action): boolean => writing.has(action);
