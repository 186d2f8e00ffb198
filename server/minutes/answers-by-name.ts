import type { MinutesAnswer } from '#domain/minutes/minutes.ts';
import { may, type Standing } from '#domain/rights/rights.ts';
import type { Database } from '../db/database.ts';
import { namesOf } from '../db/repositories/minutes.ts';
import { listNamedAnswers } from '../db/repositories/named-answers.ts';

/** Who answered what, by round, and what these people are called at this moment. */
export interface AnswersByName {
	byRound: Record<string, readonly MinutesAnswer[]>;
	names: Record<string, string | null>;
}

/** The answers of the closed open rounds that a session held in public, for whoever may read its minutes; a projector gets none. */
export async function answersByName(
	db: Database,
	held: ReadonlySet<Standing>,
	{ tenantId, sessionId }: { tenantId: string; sessionId: string }
): Promise<AnswersByName> {
	if (!may(held, 'minutes.read')) return { byRound: {}, names: {} };
	const found = await listNamedAnswers(db, tenantId, sessionId, 'public');
	const people = [...found.values()].flat().map(({ personId }) => personId);
	return { byRound: Object.fromEntries(found), names: await namesOf(db, tenantId, people) };
}
