import { and, eq } from 'drizzle-orm';
import { ok, refuse, type Result } from '#domain/result.ts';
import type { Transaction } from '../db/database.ts';
import { rounds } from '../db/schema/consensus.ts';

/** The number of a round that follows another one of the same session, which has to be over; the first has number 1. */
export async function followedRound(
	tx: Transaction,
	tenantId: string,
	sessionId: string,
	previousId: string | null
): Promise<Result<{ roundNo: number }>> {
	if (previousId === null) return ok({ roundNo: 1 });
	const [previous] = await tx
		.select({ state: rounds.state, roundNo: rounds.roundNo })
		.from(rounds)
		.where(and(eq(rounds.tenantId, tenantId), eq(rounds.id, previousId), eq(rounds.sessionId, sessionId)));
	if (!previous) return refuse({ code: 'thing.not-found', kind: 'round' });
	if (previous.state !== 'closed') return refuse({ code: 'round.not-closed', state: previous.state });
	return ok({ roundNo: previous.roundNo + 1 });
}
