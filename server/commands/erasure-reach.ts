import { and, eq } from 'drizzle-orm';
import { parseDocumentName } from '#protocol/document-names.ts';
import type { Transaction } from '../db/database.ts';
import { boardsOfSession } from '../db/repositories/non-public-parts.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { participants } from '../db/schema/sessions.ts';
import { documentsWrittenBy } from '../sync/erase.ts';

/** How far the erasure of a person goes. */
export interface ErasureReach {
	/** Her places in live sessions. */
	places: { participantId: string; sessionId: string }[];
	/** The boards that lose their past: she has written on them herself, or may have sent cards to them. */
	boardIds: string[];
	/** The texts that lose theirs. */
	textIds: string[];
}

/** What of the organisation the erasure of a person would touch, at this moment. */
export async function reachOfErasure(tx: Transaction, tenantId: string, personId: string): Promise<ErasureReach> {
	const places = await placesOf(tx, tenantId, personId);
	const written = (await documentsWrittenBy(tx, personId)).flatMap((name) => {
		const address = parseDocumentName(name);
		return address.ok ? [address.value] : [];
	});
	const idsOf = (kind: 'board' | 'text') => written.filter((address) => address.kind === kind).map(({ id }) => id);
	return {
		places,
		boardIds: [...new Set([...idsOf('board'), ...(await boardsOf(tx, tenantId, places))])].sort(),
		textIds: [...new Set(idsOf('text'))].sort()
	};
}

function placesOf(tx: Transaction, tenantId: string, personId: string) {
	return tx
		.select({ participantId: participants.id, sessionId: participants.sessionId })
		.from(participants)
		.where(and(eq(participants.tenantId, tenantId), eq(participants.personId, personId)));
}

/** All boards of the sessions in which somebody has a place, those of their non-public parts with them. */
async function boardsOf(tx: Transaction, tenantId: string, places: ErasureReach['places']): Promise<string[]> {
	const found: string[] = [];
	for (const { sessionId } of places) {
		const session = await findSession(tx, tenantId, sessionId);
		if (session) found.push(...(await boardsOfSession(tx, session)));
	}
	return found;
}
