import { eq } from 'drizzle-orm';
import type { Transaction } from '../db/database.ts';
import { rounds } from '../db/schema/consensus.ts';
import { liveSessions } from '../db/schema/sessions.ts';
import type { Place } from './context.ts';

/** Where a command on a live session acts. */
export async function placeOfSession(tx: Transaction, { sessionId }: { sessionId: string }): Promise<Place | null> {
	const [found] = await tx
		.select({ tenantId: liveSessions.tenantId, processId: liveSessions.processId })
		.from(liveSessions)
		.where(eq(liveSessions.id, sessionId));
	return found ? { ...found, sessionId } : null;
}

/** Where a command on a round acts: in the round's session. */
export async function placeOfRound(tx: Transaction, { roundId }: { roundId: string }): Promise<Place | null> {
	const [found] = await tx
		.select({ sessionId: rounds.sessionId, partId: rounds.nonPublicPartId })
		.from(rounds)
		.where(eq(rounds.id, roundId));
	const place = found && (await placeOfSession(tx, found));
	return place ? { ...place, nonPublic: found.partId !== null } : null;
}
