import { and, asc, count, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Part } from '#domain/sessions/non-public.ts';
import type { Database, Transaction } from '../database.ts';
import { people } from '../schema/organisation.ts';
import { cards, liveSessions, participants } from '../schema/sessions.ts';
import { hasBoard, madeIn } from './non-public-parts.ts';

type Reader = Database | Transaction;

/** How many cards a step has received, also before the reveal; those that the facilitator keeps back do not count. */
export async function countCards(db: Reader, tenantId: string, stepId: string | null, part?: Part): Promise<number> {
	if (!stepId) return 0;
	const [row] = await db
		.select({ n: count() })
		.from(cards)
		.innerJoin(participants, and(eq(participants.tenantId, cards.tenantId), eq(participants.id, cards.participantId)))
		.where(
			and(
				eq(cards.tenantId, tenantId),
				eq(cards.stepId, stepId),
				madeIn(cards.nonPublicPartId, part),
				isNull(cards.withdrawnAt),
				isNull(participants.cardsHiddenAt)
			)
		);
	return row?.n ?? 0;
}

/** The cards one participant has sent, oldest first. */
export async function listOwnCards(db: Reader, tenantId: string, participantId: string) {
	return db
		.select({ id: cards.id, text: cards.text, stepId: cards.stepId, elementId: cards.elementId, late: cards.late })
		.from(cards)
		.where(and(eq(cards.tenantId, tenantId), eq(cards.participantId, participantId), isNull(cards.withdrawnAt)))
		.orderBy(asc(cards.id));
}

/** Whose cards a facilitator keeps back on a board, and who does. */
export async function listKeptBack(db: Reader, boardId: string) {
	return db
		.select({ participantId: participants.id, by: participants.cardsHiddenBy })
		.from(participants)
		.innerJoin(
			liveSessions,
			and(eq(liveSessions.tenantId, participants.tenantId), eq(liveSessions.id, participants.sessionId))
		)
		.where(and(hasBoard(db, boardId), isNotNull(participants.cardsHiddenAt)));
}

/** The elements of a board that were sent by those whose cards are kept back. */
export async function listCardsKeptBack(db: Reader, boardId: string): Promise<string[]> {
	const rows = await db
		.select({ elementId: cards.elementId })
		.from(cards)
		.innerJoin(participants, and(eq(participants.tenantId, cards.tenantId), eq(participants.id, cards.participantId)))
		.innerJoin(
			liveSessions,
			and(eq(liveSessions.tenantId, participants.tenantId), eq(liveSessions.id, participants.sessionId))
		)
		.where(and(hasBoard(db, boardId), isNotNull(participants.cardsHiddenAt)));
	return rows.map(({ elementId }) => elementId);
}

/** Who wrote what in a session: names by board element, number of cards by participant, and what came late. */
export async function listCardAuthors(db: Reader, tenantId: string, sessionId: string) {
	const rows = await db
		.select({
			elementId: cards.elementId,
			participantId: cards.participantId,
			late: cards.late,
			onBehalfOf: cards.onBehalfOf,
			name: people.name,
			anonymous: cards.anonymous
		})
		.from(cards)
		.innerJoin(participants, and(eq(participants.tenantId, cards.tenantId), eq(participants.id, cards.participantId)))
		.innerJoin(people, and(eq(people.tenantId, participants.tenantId), eq(people.id, participants.personId)))
		.where(and(eq(cards.tenantId, tenantId), eq(cards.sessionId, sessionId), isNull(cards.withdrawnAt)));
	const counts = new Map<string, number>();
	for (const { participantId, anonymous } of rows)
		if (!anonymous) counts.set(participantId, (counts.get(participantId) ?? 0) + 1);
	return {
		/** Nobody's name for what was written anonymously, nor a number that grows when such a card comes. */
		names: new Map(rows.map(({ elementId, name, anonymous }) => [elementId, anonymous ? '' : (name ?? '')])),
		/** For whom a card was typed that somebody without a device has said. */
		origins: new Map(rows.flatMap(({ elementId, onBehalfOf }) => (onBehalfOf ? [[elementId, onBehalfOf]] : []))),
		late: new Set(rows.filter(({ late }) => late).map(({ elementId }) => elementId)),
		counts
	};
}
