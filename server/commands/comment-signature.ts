import { may, type Standing } from '#domain/rights/rights.ts';
import { hidesAuthor } from '#domain/sessions/anonymity.ts';
import type { Database, Transaction } from '../db/database.ts';
import { findSession, listSteps } from '../db/repositories/sessions.ts';

/** Who comments where: the session that works on the board, and in which standings she meets it. */
interface Commenting {
	tenantId: string;
	sessionId: string | null;
	held: ReadonlySet<Standing>;
}

/**
 * Whether what somebody says about a board stands there without her name: as long as an anonymous step promises that. Whoever leads
 * speaks as that, and is known to everybody anyway.
 */
export async function isUnsigned(
	db: Database | Transaction,
	{ tenantId, sessionId, held }: Commenting
): Promise<boolean> {
	if (sessionId === null || may(held, 'session.lead')) return false;
	const session = await findSession(db, tenantId, sessionId);
	if (!session || session.state === 'ended') return false;
	return hidesAuthor(await listSteps(db, tenantId, sessionId), session.currentStepId);
}
