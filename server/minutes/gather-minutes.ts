import { and, eq, getTableColumns, isNull } from 'drizzle-orm';
import type { BoardSnapshot } from '#board/board-element.ts';
import { buildMinutes } from '#domain/minutes/build-minutes.ts';
import type { Minutes, NonPublicTime } from '#domain/minutes/minutes.ts';
import type { MinutesSource, SentCard, SourcePerson, SourceRound } from '#domain/minutes/minutes-source.ts';
import { staysWithin } from '#domain/minutes/within-parts.ts';
import type { Part, StepMark } from '#domain/sessions/non-public.ts';
import { listInsiders } from '../auth/insiders.ts';
import type { Database, Transaction } from '../db/database.ts';
import { listAttendance } from '../db/repositories/attendances.ts';
import { listVisits } from '../db/repositories/minutes.ts';
import { listNonPublicParts, listStepMarks, madeIn, publicBoardOf } from '../db/repositories/non-public-parts.ts';
import { listNamedAnswers } from '../db/repositories/named-answers.ts';
import { findBody, findProcess } from '../db/repositories/processes.ts';
import { listAgreements, listRounds } from '../db/repositories/rounds.ts';
import { listVoteRequests, type VoteRequest } from '../db/repositories/vote-requests.ts';
import { listSteps, type LiveSession } from '../db/repositories/sessions.ts';
import { rounds, roundVoters } from '../db/schema/consensus.ts';
import { cards, participants } from '../db/schema/sessions.ts';
import { lyingOn, lyingOnlyBehindDoors } from './on-boards.ts';

type Reader = Database | Transaction;

/** Which file of the minutes, and how to read the boards it is made of. */
export interface MinutesWanted {
	part: Part;
	now: Date;
	readBoard(boardId: string): Promise<BoardSnapshot>;
}

/** One file of the minutes of a session as database and boards stand at this moment: what was public, or what was not. */
export async function gatherMinutes(
	db: Reader,
	session: LiveSession,
	{ part, now, readBoard }: MinutesWanted
): Promise<Minutes> {
	const { tenantId, id, processId, bodyId, title, question, state, endedAt } = session;
	const process = await findProcess(db, tenantId, processId);
	const group = bodyId ? await findBody(db, tenantId, bodyId) : null;
	const parts = await listNonPublicParts(db, tenantId, id);
	const times = parts.map(({ startedAt, endedAt }) => ({
		from: startedAt.getTime(),
		until: endedAt?.getTime() ?? null
	}));
	const boards = [await readBoard(publicBoardOf(session))];
	if (part === 'non-public') for (const { boardId } of parts) boards.push(await readBoard(boardId));
	const visits = await listVisits(db, tenantId, id, part);
	const ended = part === 'public' ? (endedAt?.getTime() ?? null) : (times.at(-1)?.until ?? null);
	const people = await peopleOf(db, tenantId, id);
	const sent = await sentCards(db, session, part, boards);
	return buildMinutes({
		session: { id, title, question, state, endedAt: ended },
		process: process?.title ?? '',
		group: group?.name ?? null,
		part,
		nonPublicParts: times,
		people: part === 'public' ? people : await insidersOf(db, session, people, times),
		steps: await stepsOf(db, session, part, new Set(sent.map(({ stepId }) => stepId))),
		visits,
		cards: sent,
		board: part === 'public' ? lyingOn(boards[0]!) : lyingOnlyBehindDoors(boards),
		rounds: await sourceRounds(db, tenantId, id, part),
		agreements: (await listAgreements(db, tenantId, id, part)).map(({ wordingTextId: _, ...agreement }) => agreement),
		now: now.getTime()
	});
}

/**
 * The steps that belong into a file: those that were on in its part, or to which cards came in it. One that was never on in public has no
 * name in the public file.
 */
async function stepsOf(
	db: Reader,
	{ tenantId, id }: LiveSession,
	part: Part,
	withCards: ReadonlySet<string>
): Promise<MinutesSource['steps']> {
	const marks = await listStepMarks(db, tenantId, id);
	const markOf = (stepId: string): StepMark => marks.get(stepId) ?? 'public';
	const elsewhere: StepMark = part === 'public' ? 'wholly' : 'public';
	return (await listSteps(db, tenantId, id))
		.filter((step) => markOf(step.id) !== elsewhere || withCards.has(step.id))
		.map(({ id, kind, title, prompt, minutes }) =>
			part === 'public' && markOf(id) === 'wholly'
				? { id, kind, title: '', prompt: '', minutes }
				: { id, kind, title, prompt, minutes }
		);
}

/** Those who stay when the session is not public, with the times in which they were there then. */
async function insidersOf(
	db: Reader,
	{ tenantId, id }: LiveSession,
	people: readonly SourcePerson[],
	times: readonly NonPublicTime[]
): Promise<SourcePerson[]> {
	const inside = await listInsiders(db, tenantId, id);
	return people
		.filter(({ participantId }) => inside.has(participantId))
		.map((person) => ({ ...person, stays: staysWithin(person.stays, times) }))
		.filter(({ role, stays }) => role === 'facilitator' || stays.length > 0);
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
async function sentCards(
	db: Reader,
	{ tenantId, id: sessionId }: LiveSession,
	part: Part,
	boards: readonly BoardSnapshot[]
): Promise<SentCard[]> {
	const rows = await db
		.select(getTableColumns(cards))
		.from(cards)
		.innerJoin(participants, and(eq(participants.tenantId, cards.tenantId), eq(participants.id, cards.participantId)))
		.where(
			and(
				eq(cards.tenantId, tenantId),
				eq(cards.sessionId, sessionId),
				madeIn(cards.nonPublicPartId, part),
				isNull(cards.withdrawnAt),
				isNull(participants.cardsHiddenAt)
			)
		);
	const lies = (elementId: string) =>
		boards.some((board) => {
			const element = board.byId.get(elementId);
			return element !== undefined && !element.deleted;
		});
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

async function sourceRounds(db: Reader, tenantId: string, sessionId: string, part: Part): Promise<SourceRound[]> {
	const views = await listRounds(db, tenantId, sessionId, part);
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
	const answers = await listNamedAnswers(db, tenantId, sessionId, part);
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
