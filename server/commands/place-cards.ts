import { elements } from '#board/elements.ts';
import { freePlaces } from '#board/free-places.ts';
import { addElements } from '#board/operations/add-elements.ts';
import { Origin } from '#board/shape.ts';
import { readBoard } from '#board/snapshot.ts';
import type { Result } from '#domain/result.ts';
import type { LiveSession } from '../db/repositories/sessions.ts';
import { changeBoard } from './boards.ts';
import { areaThatLives } from './clusters.ts';
import type { Context } from './context.ts';

/** The author of what nobody is to know whose it is. */
export const nobody = 'nobody';

/** A card as it is laid onto a board. */
export interface CardToPlace {
	elementId: string;
	participantId: string;
	text: string;
	/** Then the document does not know her either: facilitators see in it who wrote what. */
	anonymous: boolean;
	late: boolean;
}

/** Lays cards from phones onto the board, into the area of their step, where there is room. If that is gone, onto the bare board. */
export function placeCards(
	ctx: Context,
	boardId: string,
	areaId: string | null,
	cards: readonly CardToPlace[],
	/** The cluster that a card asked for; where it is gone, the card lies with the unsorted ones. */
	clusterId: string | null = null
): Promise<Result<void>> {
	return changeBoard(ctx, boardId, (docs) => {
		const board = readBoard(docs);
		const area = areaThatLives(board, clusterId) ?? areaThatLives(board, areaId);
		const [w, h] = elements.note.defaultSize;
		const places = freePlaces(board, area, cards.length, { w, h });
		const notes = cards.map(({ elementId, participantId, text, anonymous, late }, index) => ({
			id: elementId,
			type: 'note' as const,
			by: anonymous ? nobody : participantId,
			text,
			parent: area,
			own: late ? { late } : {},
			...places[index]
		}));
		return addElements(docs, notes, new Origin('server'), Math.random);
	});
}

/** A card with the part of the session in which it was sent. */
type Sent = CardToPlace & { nonPublicPartId: string | null };

/**
 * Onto which boards cards of a session go that are shown now: onto the one that people have before them, and what was sent in public also
 * onto that of everybody, where it is another one.
 */
export function boardsFor<Card extends Sent>(
	{ boardId, publicBoardId }: Pick<LiveSession, 'boardId' | 'publicBoardId'>,
	cards: readonly Card[]
): { boardId: string; cards: Card[] }[] {
	const inPublic = cards.filter(({ nonPublicPartId }) => nonPublicPartId === null);
	const everybodys =
		publicBoardId === null || inPublic.length === 0 ? [] : [{ boardId: publicBoardId, cards: inPublic }];
	return [{ boardId, cards: [...cards] }, ...everybodys];
}
