import { and, eq } from 'drizzle-orm';
import { parseDocumentName } from '#protocol/document-names.ts';
import type { Transaction } from '../db/database.ts';
import { liveSessions, participants } from '../db/schema/sessions.ts';
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
		boardIds: [...new Set([...idsOf('board'), ...places.map(({ boardId }) => boardId)])].sort(),
		textIds: [...new Set(idsOf('text'))].sort()
	};
}

function placesOf(tx: Transaction, tenantId: string, personId: string) {
	return tx
		.select({ participantId: participants.id, sessionId: liveSessions.id, boardId: liveSessions.boardId })
		.from(participants)
		.innerJoin(
			liveSessions,
			and(eq(liveSessions.tenantId, participants.tenantId), eq(liveSessions.id, participants.sessionId))
		)
		.where(and(eq(participants.tenantId, tenantId), eq(participants.personId, personId)));
}
