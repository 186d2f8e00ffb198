import { eq } from 'drizzle-orm';
import type { Actor } from '../auth/actor.ts';
import type { Transaction } from '../db/database.ts';
import { agreements } from '../db/schema/consensus.ts';
import { goalVersions } from '../db/schema/goals.ts';
import type { Place } from './context.ts';
import { placeOfSession } from './session-places.ts';

/** Where a command on an agreement acts: in the session that made it. */
export async function placeOfAgreement(
	tx: Transaction,
	{ agreementId }: { agreementId: string }
): Promise<Place | null> {
	const [found] = await tx
		.select({ sessionId: agreements.sessionId })
		.from(agreements)
		.where(eq(agreements.id, agreementId));
	return found ? placeOfSession(tx, found) : null;
}

/** Where a command on a version of a goal system acts: in its organisation. */
export async function placeOfVersion(tx: Transaction, { versionId }: { versionId: string }): Promise<Place | null> {
	const [found] = await tx
		.select({ tenantId: goalVersions.tenantId })
		.from(goalVersions)
		.where(eq(goalVersions.id, versionId));
	return found ?? null;
}

/** Where somebody acts who makes something new for her organisation. */
export async function placeOfOwnOrganisation(_tx: Transaction, _input: unknown, actor: Actor): Promise<Place | null> {
	return actor.kind === 'person' ? { tenantId: actor.tenantId } : null;
}
