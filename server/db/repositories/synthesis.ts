import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Colour } from '#board/colours.ts';
import { isOpen } from '#domain/synthesis/unplaced.ts';
import type { Database, Transaction } from '../database.ts';
import { agreements } from '../schema/consensus.ts';
import { bodies } from '../schema/organisation.ts';
import { processGroups, textVersions } from '../schema/processes.ts';
import { candidates, liveSessions } from '../schema/sessions.ts';
import { actionSpaces, strategyCards, topicPlacements, topics } from '../schema/synthesis.ts';

type Reader = Database | Transaction;

/** A topic of a group in the synthesis. */
export interface SynthesisTopic {
	id: string;
	sessionId: string;
	boardId: string;
	title: string;
	/** The group that it comes from, or the title of the session where there was none. */
	group: string;
	colour: Colour | null;
	cards: { elementId: string; text: string }[];
	dots: number | null;
	voters: number | null;
	cast: number | null;
	contested: boolean;
	takenAt: Date;
	/** The ids of the action spaces it lies in. */
	placedIn: string[];
	leftOutReason: string | null;
	/** What its group agreed on it, in the words put on record. */
	agreed: string[];
}

/** An action space of a process. */
export interface ActionSpace {
	id: string;
	title: string;
	definition: string;
	/** Its strategy card, once there is one. */
	cardId: string | null;
}

/** The synthesis of a process: its action spaces in their order, and the topics, the heaviest of each group first. */
export async function readSynthesis(
	db: Reader,
	tenantId: string,
	processId: string
): Promise<{ spaces: ActionSpace[]; topics: SynthesisTopic[]; open: number }> {
	const [spaces, found, agreed, placements] = await Promise.all([
		listActionSpaces(db, tenantId, processId),
		listTopics(db, tenantId, processId),
		listAgreed(db, tenantId, processId),
		db
			.select({ topicId: topicPlacements.topicId, actionSpaceId: topicPlacements.actionSpaceId })
			.from(topicPlacements)
			.innerJoin(topics, and(eq(topics.tenantId, topicPlacements.tenantId), eq(topics.id, topicPlacements.topicId)))
			.where(and(eq(topics.tenantId, tenantId), eq(topics.processId, processId)))
	]);
	const shown = new Set(spaces.map(({ id }) => id));
	const placed = found.map(({ topic, ...from }) => ({
		...withoutBy(topic),
		group: from.group ?? from.session,
		colour: from.colour,
		agreed: agreed
			.filter(({ sessionId, elementId }) => sessionId === topic.sessionId && elementId === topic.elementId)
			.map(({ words }) => words),
		placedIn: placements
			.filter(({ topicId, actionSpaceId }) => topicId === topic.id && shown.has(actionSpaceId))
			.map(({ actionSpaceId }) => actionSpaceId)
	}));
	return { spaces, topics: placed, open: placed.filter(isOpen).length };
}

/** The action spaces of a process in their order, removed ones left out. */
export async function listActionSpaces(db: Reader, tenantId: string, processId: string): Promise<ActionSpace[]> {
	const { id, title, definition } = actionSpaces;
	return db
		.select({ id, title, definition, cardId: strategyCards.id })
		.from(actionSpaces)
		.leftJoin(
			strategyCards,
			and(eq(strategyCards.tenantId, actionSpaces.tenantId), eq(strategyCards.actionSpaceId, actionSpaces.id))
		)
		.where(
			and(eq(actionSpaces.tenantId, tenantId), eq(actionSpaces.processId, processId), isNull(actionSpaces.removedAt))
		)
		.orderBy(asc(actionSpaces.position), asc(actionSpaces.id));
}

async function listTopics(db: Reader, tenantId: string, processId: string) {
	const rows = await db
		.select({
			topic: topics,
			session: liveSessions.title,
			group: bodies.name,
			colour: processGroups.colour,
			position: processGroups.position
		})
		.from(topics)
		.innerJoin(liveSessions, and(eq(liveSessions.tenantId, topics.tenantId), eq(liveSessions.id, topics.sessionId)))
		.leftJoin(bodies, and(eq(bodies.tenantId, topics.tenantId), eq(bodies.id, liveSessions.bodyId)))
		.leftJoin(
			processGroups,
			and(
				eq(processGroups.tenantId, topics.tenantId),
				eq(processGroups.processId, topics.processId),
				eq(processGroups.bodyId, liveSessions.bodyId)
			)
		)
		.where(and(eq(topics.tenantId, tenantId), eq(topics.processId, processId)));
	const last = Number.MAX_SAFE_INTEGER;
	const weight = ({ topic }: (typeof rows)[number]) => topic.dots ?? -1;
	return rows.sort(
		(a, b) =>
			(a.position ?? last) - (b.position ?? last) ||
			(a.topic.sessionId < b.topic.sessionId ? -1 : a.topic.sessionId > b.topic.sessionId ? 1 : 0) ||
			weight(b) - weight(a) ||
			b.topic.cards.length - a.topic.cards.length ||
			(a.topic.id < b.topic.id ? -1 : 1)
	);
}

/** What the groups of a process agreed and have not withdrawn or put into other words, by the element it was about. */
async function listAgreed(db: Reader, tenantId: string, processId: string) {
	return db
		.select({ sessionId: agreements.sessionId, elementId: candidates.elementId, words: textVersions.plain })
		.from(agreements)
		.innerJoin(candidates, and(eq(candidates.tenantId, agreements.tenantId), eq(candidates.id, agreements.candidateId)))
		.innerJoin(
			textVersions,
			and(eq(textVersions.tenantId, agreements.tenantId), eq(textVersions.id, agreements.textVersionId))
		)
		.innerJoin(
			liveSessions,
			and(eq(liveSessions.tenantId, agreements.tenantId), eq(liveSessions.id, agreements.sessionId))
		)
		.where(
			and(
				eq(agreements.tenantId, tenantId),
				eq(liveSessions.processId, processId),
				inArray(agreements.state, ['recorded', 'promoted'])
			)
		)
		.orderBy(asc(agreements.id));
}

function withoutBy({
	id,
	sessionId,
	boardId,
	title,
	cards,
	dots,
	voters,
	cast,
	contested,
	takenAt,
	leftOutReason
}: typeof topics.$inferSelect) {
	return { id, sessionId, boardId, title, cards, dots, voters, cast, contested, takenAt, leftOutReason };
}

/** One strategy card of the tenant, or null. */
export async function findStrategyCard(db: Reader, tenantId: string, id: string) {
	const [found] = await db
		.select()
		.from(strategyCards)
		.where(and(eq(strategyCards.tenantId, tenantId), eq(strategyCards.id, id)));
	return found ?? null;
}
