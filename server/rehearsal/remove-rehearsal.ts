import { and, eq, inArray, isNotNull, lt, or } from 'drizzle-orm';
import type { Logger } from 'pino';
import { rehearsalRules } from '#domain/rehearsal/pacing.ts';
import { boardDocuments } from '#protocol/document-names.ts';
import type { Database, Transaction } from '../db/database.ts';
import { boardsOfSession } from '../db/repositories/non-public-parts.ts';
import { removePictures } from '../db/repositories/pictures.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { removeGroupRooms } from '../commands/group-rooms.ts';
import { textAmendments } from '../db/schema/amendments.ts';
import { attendances } from '../db/schema/attendances.ts';
import {
	agreements,
	ballots,
	roundArguments,
	results,
	roundOptions,
	rounds,
	roundVoters,
	voteRequests
} from '../db/schema/consensus.ts';
import { commentAnswers, commentThreads } from '../db/schema/comments.ts';
import { documents } from '../db/schema/documents.ts';
import { impulseCards } from '../db/schema/materials.ts';
import { minutes, stepVisits } from '../db/schema/minutes.ts';
import { authSessions, people } from '../db/schema/organisation.ts';
import { boards, commandReceipts, textDrafters, texts, textVersions } from '../db/schema/processes.ts';
import { textRounds, textStances, textSuggestions, textTies } from '../db/schema/suggestions.ts';
import { agendaSteps, candidates, cards, liveSessions, nonPublicParts, participants } from '../db/schema/sessions.ts';
import { textMinutes } from '../db/schema/text-minutes.ts';
import { textSources } from '../db/schema/text-sources.ts';

/** Removes a rehearsal with everything in it: board, texts, rounds, cards and the guests who were in no other session. */
export async function removeRehearsal(tx: Transaction, tenantId: string, sessionId: string): Promise<void> {
	const session = await findSession(tx, tenantId, sessionId);
	if (!session?.rehearsalOf) return;
	const boardIds = await boardsOfSession(tx, session);
	await removeComments(tx, tenantId, boardIds, sessionId);
	await removeDecisions(tx, tenantId, sessionId);
	for (const table of [cards, attendances, stepVisits, minutes, agendaSteps] as const)
		await tx.delete(table).where(and(eq(table.tenantId, tenantId), eq(table.sessionId, sessionId)));
	const gone = await tx
		.delete(participants)
		.where(and(eq(participants.tenantId, tenantId), eq(participants.sessionId, sessionId)))
		.returning({ personId: participants.personId });
	await tx
		.delete(nonPublicParts)
		.where(and(eq(nonPublicParts.tenantId, tenantId), eq(nonPublicParts.sessionId, sessionId)));
	await tx.delete(liveSessions).where(and(eq(liveSessions.tenantId, tenantId), eq(liveSessions.id, sessionId)));
	await removeGuests(
		tx,
		tenantId,
		gone.map(({ personId }) => personId)
	);
	for (const boardId of boardIds) await removeBoard(tx, tenantId, boardId);
}

async function removeBoard(tx: Transaction, tenantId: string, boardId: string): Promise<void> {
	await tx.delete(impulseCards).where(and(eq(impulseCards.tenantId, tenantId), eq(impulseCards.boardId, boardId)));
	await removePictures(tx, tenantId, boardId);
	await tx.delete(documents).where(inArray(documents.name, Object.values(boardDocuments(boardId))));
	await tx.delete(textSources).where(and(eq(textSources.tenantId, tenantId), eq(textSources.boardId, boardId)));
	await tx.delete(boards).where(and(eq(boards.tenantId, tenantId), eq(boards.id, boardId)));
}

async function removeDecisions(tx: Transaction, tenantId: string, sessionId: string): Promise<void> {
	const own = await tx
		.select({ id: texts.id })
		.from(texts)
		.where(and(eq(texts.tenantId, tenantId), eq(texts.sessionId, sessionId)));
	const textIds = own.map(({ id }) => id);
	await removeWhatIsSuggested(tx, tenantId, textIds);
	const held = await tx
		.select({ id: rounds.id })
		.from(rounds)
		.where(and(eq(rounds.tenantId, tenantId), eq(rounds.sessionId, sessionId)));
	const roundIds = held.map(({ id }) => id);
	const agreed = await tx
		.delete(agreements)
		.where(and(eq(agreements.tenantId, tenantId), eq(agreements.sessionId, sessionId)))
		.returning({ id: agreements.textVersionId });
	if (roundIds.length > 0) {
		for (const table of [ballots, roundArguments, results, voteRequests, roundVoters, roundOptions])
			await tx.delete(table).where(and(eq(table.tenantId, tenantId), inArray(table.roundId, roundIds)));
		await tx.delete(rounds).where(and(eq(rounds.tenantId, tenantId), inArray(rounds.id, roundIds)));
	}
	const frozen = await tx
		.delete(candidates)
		.where(and(eq(candidates.tenantId, tenantId), eq(candidates.sessionId, sessionId)))
		.returning({ id: candidates.textVersionId });
	const versions = [...agreed, ...frozen].map(({ id }) => id);
	if (versions.length > 0)
		await tx.delete(textVersions).where(and(eq(textVersions.tenantId, tenantId), inArray(textVersions.id, versions)));
	if (textIds.length === 0) return;
	await tx.delete(textVersions).where(and(eq(textVersions.tenantId, tenantId), inArray(textVersions.textId, textIds)));
	await tx.delete(textDrafters).where(and(eq(textDrafters.tenantId, tenantId), inArray(textDrafters.textId, textIds)));
	await tx.delete(textSources).where(and(eq(textSources.tenantId, tenantId), inArray(textSources.textId, textIds)));
	await tx.delete(textMinutes).where(and(eq(textMinutes.tenantId, tenantId), inArray(textMinutes.textId, textIds)));
	await tx.delete(texts).where(and(eq(texts.tenantId, tenantId), inArray(texts.id, textIds)));
	await tx.delete(documents).where(
		inArray(
			documents.name,
			textIds.map((id) => `text:${id}`)
		)
	);
}

/** What was suggested for texts, in the rooms of groups and by motions. */
async function removeWhatIsSuggested(tx: Transaction, tenantId: string, textIds: string[]): Promise<void> {
	if (textIds.length === 0) return;
	const rooms = await tx
		.select({ id: texts.id })
		.from(texts)
		.where(and(eq(texts.tenantId, tenantId), inArray(texts.roomOf, textIds)));
	await removeGroupRooms(
		tx,
		tenantId,
		rooms.map(({ id }) => id)
	);
	const suggested = tx
		.select({ id: textSuggestions.id })
		.from(textSuggestions)
		.where(and(eq(textSuggestions.tenantId, tenantId), inArray(textSuggestions.textId, textIds)));
	await tx
		.delete(textStances)
		.where(and(eq(textStances.tenantId, tenantId), inArray(textStances.suggestionId, suggested)));
	for (const table of [textAmendments, textRounds, textTies, textSuggestions])
		await tx.delete(table).where(and(eq(table.tenantId, tenantId), inArray(table.textId, textIds)));
}

async function removeComments(tx: Transaction, tenantId: string, boardIds: string[], sessionId: string): Promise<void> {
	const own = tx
		.select({ id: texts.id })
		.from(texts)
		.where(and(eq(texts.tenantId, tenantId), eq(texts.sessionId, sessionId)));
	const here = and(
		eq(commentThreads.tenantId, tenantId),
		or(inArray(commentThreads.boardId, boardIds), inArray(commentThreads.textId, own))
	);
	const threads = tx.select({ id: commentThreads.id }).from(commentThreads).where(here);
	await tx
		.delete(commentAnswers)
		.where(and(eq(commentAnswers.tenantId, tenantId), inArray(commentAnswers.threadId, threads)));
	await tx.delete(commentThreads).where(here);
}

async function removeGuests(tx: Transaction, tenantId: string, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	const elsewhere = await tx
		.select({ personId: participants.personId })
		.from(participants)
		.where(and(eq(participants.tenantId, tenantId), inArray(participants.personId, [...ids])));
	const busy = new Set(elsewhere.map(({ personId }) => personId));
	const found = await tx
		.select({ id: people.id })
		.from(people)
		.where(and(eq(people.tenantId, tenantId), eq(people.kind, 'guest'), inArray(people.id, [...ids])));
	const guests = found.map(({ id }) => id).filter((id) => !busy.has(id));
	if (guests.length === 0) return;
	for (const table of [authSessions, commandReceipts, textDrafters])
		await tx.delete(table).where(and(eq(table.tenantId, tenantId), inArray(table.personId, guests)));
	await tx.delete(people).where(and(eq(people.tenantId, tenantId), inArray(people.id, guests)));
}

/** Removes the rehearsals that are older than two days; nobody has to think of them. */
export async function expireRehearsals(db: Database, clock: () => Date, log: Logger): Promise<void> {
	const before = new Date(clock().getTime() - rehearsalRules.keptDays * 24 * 60 * 60 * 1000);
	const old = await db
		.select({ tenantId: liveSessions.tenantId, id: liveSessions.id })
		.from(liveSessions)
		.where(and(isNotNull(liveSessions.rehearsalOf), lt(liveSessions.createdAt, before)));
	for (const { tenantId, id } of old) await db.transaction((tx) => removeRehearsal(tx, tenantId, id));
	if (old.length > 0) log.info({ rehearsals: old.length }, 'Old rehearsals were removed');
}
