import { and, eq } from 'drizzle-orm';
import { blackened } from '#domain/sessions/blackened.ts';
import { topics } from '../db/schema/synthesis.ts';
import type { Context } from './context.ts';

/** Takes the words of a card out of the topics that a synthesis took over from its board: as one of their cards, and as a topic of its own. */
export async function blackenTopics(
	{ tx, tenantId, announce }: Context,
	boardId: string,
	elementId: string
): Promise<void> {
	const taken = await tx
		.select()
		.from(topics)
		.where(and(eq(topics.tenantId, tenantId), eq(topics.boardId, boardId)));
	for (const { id, processId, elementId: own, title, cards } of taken) {
		if (!cards.some((card) => card.elementId === elementId)) continue;
		const left = cards.map((card) => (card.elementId === elementId ? { ...card, text: blackened } : card));
		await tx
			.update(topics)
			.set({ cards: left, title: own === elementId ? blackened : title })
			.where(and(eq(topics.tenantId, tenantId), eq(topics.id, id)));
		announce({ kind: 'process.changed', processId });
	}
}
