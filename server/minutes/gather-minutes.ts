import { and, eq, getTableColumns, isNull } from 'drizzle-orm';
import type { BoardSnapshot } from '#board/board-element.ts';
import { buildMinutes } from '#domain/minutes/build-minutes.ts';
import type { Minutes } from '#domain/minutes/minutes.ts';
import type { SentCard, SourcePerson, SourceRound } from '#domain/minutes/minutes-source.ts';
import type { Database, Transaction } from '../db/database.ts';
import { listAttendance } from '../db/repositories/attendances.ts';
import { listVisits } from '../db/repositories/minutes.ts';
import { listNamedAnswers } from '../db/repositories/named-answers.ts';
import { findBody, findProcess } from '../db/repositories/processes.ts';
import { listAgreements, listRounds } from '../db/repositories/rounds.ts';
import { listVoteRequests, type VoteRequest } from '../db/repositories/vote-requests.ts';
import { listSteps, type LiveSession } from '../db/repositories/sessions.ts';
import { rounds, roundVoters } from '../db/schema/consensus.ts';
import { cards, participants } from '../db/schema/sessions.ts';
import { cardsOnBoard, clustersOnBoard } from '../live/board-projection.ts';

type Reader = Database | Transaction;

/** The minutes of a session as database and board stand at this moment. */
export async function gatherMinutes(
	db: Reader,
	{ tenantId, id, processId, bodyId, title, question, state, endedAt }: LiveSession,
	board: BoardSnapshot,
	now: Date
): Promise<Minutes> {
	const process = await findProcess(db, tenantId, processId);
	const group = bodyId ? await findBody(db, tenantId, bodyId) : null;
	return buildMinutes({
		session: { id, title, question, state, endedAt: endedAt?.getTime() ?? null },
		process: process?.title ?? '',
		group: group?.name ?? null,
		people: await peopleOf(db, tenantId, id),
		steps: (await listSteps(db, tenantId, id)).map(({ id, kind, title, prompt, minutes }) => ({
			id,
			kind,
			title,
			prompt,
			minutes
		})),
		visits: await listVisits(db, tenantId, id),
		cards: await sentCards(db, tenantId, id, board),
		board: { cards: cardsOnBoard(board, new Set()), clusters: clustersOnBoard(board) },
		rounds: await sourceRounds(db, tenantId, id),
		agreements: (await listAgreements(db, tenantId, id)).map(({ wordingTextId: _, ...agreement }) => agreement),
		now: now.getTime()
	});
}

/** Everybody who was there, once, in the order of coming, with all her stays. */
async function peopleOf(db: Reader, tenantId: string, sessionId: string): Promise<SourcePerson[]> {
	const people = new Map<string, SourcePerson>();
	for (const { participantId, personId, role, group, cameAt, leftAt } of await listAttendance(
		db,
		tenantId,
		sessionId
	)) {
		const stay = { from: cameAt.getTime(), until: leftAt?.getTime() ?? null };
		const stays = [...(people.get(participantId)?.stays ?? []), stay];
		people.set(participantId, { participantId, personId, role, group, stays });
	}
	return [...people.values()];
}

/** What was sent and not taken back, nor taken from all screens with the cards of its author; one without words was erased. */
async function sentCards(db: Reader, tenantId: string, sessionId: string, board: BoardSnapshot): Promise<SentCard[]> {
	const rows = await db
		.select(getTableColumns(cards))
		.from(cards)
		.innerJoin(participants, and(eq(participants.tenantId, cards.tenantId), eq(participants.id, cards.participantId)))
		.where(
			and(
				eq(cards.tenantId, tenantId),
				eq(cards.sessionId, sessionId),
				isNull(cards.withdrawnAt),
				isNull(participants.cardsHiddenAt)
			)
		);
	const lies = (elementId: string) => {
		const element = board.byId.get(elementId);
		return element !== undefined && !element.deleted;
	};
	return rows
		.filter(({ text, elementId }) => text !== '' || lies(elementId))
		.map(({ elementId, stepId, participantId, text, late, placedAt }) => ({
			elementId,
			stepId,
			participantId,
			text,
			late,
			shown: placedAt !== null
		}));
}

async function sourceRounds(db: Reader, tenantId: string, sessionId: string): Promise<SourceRound[]> {
	const views = await listRounds(db, tenantId, sessionId);
	const voters = await db
		.select({
			roundId: rounds.id,
			participantId: roundVoters.participantId,
			recused: roundVoters.recused,
			voted: roundVoters.voted
		})
		.from(rounds)
		.innerJoin(roundVoters, and(eq(roundVoters.tenantId, rounds.tenantId), eq(roundVoters.roundId, rounds.id)))
		.where(and(eq(rounds.tenantId, tenantId), eq(rounds.sessionId, sessionId)));
	const answers = await listNamedAnswers(db, tenantId, sessionId);
	const requests = await listVoteRequests(db, tenantId, sessionId);
	const lateIn = (roundId: string, state: VoteRequest['state']) =>
		requests.filter((request) => request.roundId === roundId && request.state === state).length;
	return views.map(({ eligible: _, cast, recused: __, ...round }) => {
		const electorate = voters.filter(({ roundId }) => roundId === round.id);
		return {
			...round,
			electorate: electorate.map(({ participantId, recused }) => ({ participantId, recused })),
			late: { admitted: lateIn(round.id, 'admitted'), declined: lateIn(round.id, 'declined') },
			voted: electorate.filter(({ voted }) => voted).map(({ participantId }) => participantId),
			answers: answers.get(round.id) ?? [],
			cast
		};
	});
}
