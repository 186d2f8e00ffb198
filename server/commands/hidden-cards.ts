import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { BoardElement } from '#board/board-element.ts';
import { isWriting } from '#board/elements.ts';
import { deleteElements } from '#board/operations/delete-elements.ts';
import { restoreElements } from '#board/operations/restore-elements.ts';
import { Origin } from '#board/shape.ts';
import { readBoard } from '#board/snapshot.ts';
import { ok, type Result } from '#domain/result.ts';
import { agendaSteps, cards } from '../db/schema/sessions.ts';
import { listKeptBack } from '../db/repositories/cards.ts';
import { countAnswers, listThreadsWith } from '../db/repositories/comments.ts';
import { listNonPublicParts } from '../db/repositories/non-public-parts.ts';
import type { LiveSession } from '../db/repositories/sessions.ts';
import { changeBoard } from './boards.ts';
import type { Context } from './context.ts';
import { boardsFor, placeCards } from './place-cards.ts';
import { showThread } from './threads.ts';

/** Whose cards on which board. */
interface Whose {
	boardId: string;
	participantId: string;
	/** The participant who keeps them back. */
	by: string;
}

/**
 * Takes everything that somebody has written off a board; it lies in the bin until it is brought back, and its bin says so. Threads of
 * comments in which only she has said something go with it, others go on without her words.
 */
export async function takeCardsOff(ctx: Context, { boardId, participantId, by }: Whose): Promise<Result<void>> {
	const wrote = await authorship(ctx, participantId);
	const silent = new Set<string>();
	for (const { id, elementId } of await herThreads(ctx, { boardId, participantId })) {
		if ((await countAnswers(ctx.tx, ctx.tenantId, id)) === 0) silent.add(elementId);
		else await showThread(ctx, id);
	}
	const isHers = (element: BoardElement) => wrote(element) || silent.has(element.id);
	const deletion = { by, at: ctx.now.getTime(), why: 'hidden' as const };
	return changeBoard(ctx, boardId, (docs) => {
		const ids = readBoard(docs)
			.elements.filter(isHers)
			.map(({ id }) => id);
		return ids.length === 0 ? ok() : deleteElements(docs, ids, deletion, new Origin('server'));
	});
}

/** Puts what was kept back where it was. */
export async function bringCardsBack(
	ctx: Context,
	{ boardId, participantId }: Omit<Whose, 'by'>
): Promise<Result<void>> {
	const wrote = await authorship(ctx, participantId);
	const threads = await herThreads(ctx, { boardId, participantId });
	const pins = new Set(threads.map(({ elementId }) => elementId));
	const isHers = (element: BoardElement) => wrote(element) || pins.has(element.id);
	const back = await changeBoard(ctx, boardId, (docs) => {
		const ids = readBoard(docs)
			.deletedElements.filter((element) => element.deleted?.why === 'hidden' && isHers(element))
			.map(({ id }) => id);
		return ids.length === 0 ? ok() : restoreElements(docs, ids, new Origin('server'));
	});
	if (!back.ok) return back;
	for (const { id } of threads) await showThread(ctx, id);
	return ok();
}

const herThreads = ({ tx, tenantId }: Context, whose: Omit<Whose, 'by'>) => listThreadsWith(tx, { tenantId, ...whose });

/** After an earlier state of a board was brought back: whose cards are away stay away. */
export async function keepCardsOff(ctx: Context, boardId: string): Promise<Result<void>> {
	for (const { participantId, by } of await listKeptBack(ctx.tx, boardId)) {
		const taken = await takeCardsOff(ctx, { boardId, participantId, by: by ?? participantId });
		if (!taken.ok) return taken;
	}
	return ok();
}

/** Whether a card is somebody's: she wrote it on the board, or sent it from her phone. */
async function authorship({ tx, tenantId }: Context, participantId: string): Promise<(card: BoardElement) => boolean> {
	const rows = await tx
		.select({ elementId: cards.elementId })
		.from(cards)
		.where(and(eq(cards.tenantId, tenantId), eq(cards.participantId, participantId)));
	const sent = new Set(rows.map(({ elementId }) => elementId));
	return (element) => isWriting(element) && (element.by === participantId || sent.has(element.id));
}

/**
 * Lays cards of revealed steps that came in, or were revealed, while their author's cards were away. Those of a non-public part that is over
 * go onto its board and no other.
 */
export async function placeKeptBack(ctx: Context, session: LiveSession, participantId: string): Promise<Result<void>> {
	const { tx, tenantId, now } = ctx;
	const waiting = await tx
		.select({ card: cards, areaId: agendaSteps.areaId })
		.from(cards)
		.innerJoin(agendaSteps, and(eq(agendaSteps.tenantId, cards.tenantId), eq(agendaSteps.id, cards.stepId)))
		.where(
			and(
				eq(cards.tenantId, tenantId),
				eq(cards.participantId, participantId),
				isNull(cards.placedAt),
				isNull(cards.withdrawnAt),
				isNotNull(agendaSteps.revealedAt)
			)
		);
	const parts = await listNonPublicParts(tx, tenantId, session.id);
	for (const areaId of new Set(waiting.map((each) => each.areaId))) {
		const here = waiting.filter((each) => each.areaId === areaId).map(({ card }) => card);
		const past = parts.filter(({ id }) => id !== session.nonPublicPartId);
		const ofPast = past.map(({ id, boardId }) => ({
			boardId,
			cards: here.filter(({ nonPublicPartId }) => nonPublicPartId === id)
		}));
		const isPast = new Set<string | null>(past.map(({ id }) => id));
		const present = here.filter(({ nonPublicPartId }) => !isPast.has(nonPublicPartId));
		for (const { boardId, cards: theirs } of [...ofPast, ...boardsFor(session, present)]) {
			if (theirs.length === 0) continue;
			const placed = await placeCards(ctx, boardId, areaId, theirs);
			if (!placed.ok) return placed;
		}
	}
	const ids = waiting.map(({ card }) => card.id);
	if (ids.length > 0)
		await tx
			.update(cards)
			.set({ placedAt: now })
			.where(and(eq(cards.tenantId, tenantId), inArray(cards.id, ids)));
	return ok();
}
