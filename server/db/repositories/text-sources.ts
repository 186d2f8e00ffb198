import { and, asc, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../database.ts';
import { boards } from '../schema/processes.ts';
import { textSources } from '../schema/text-sources.ts';

type Reader = Database | Transaction;

/** From what on boards the headings of a text came, in the order in which it was taken. */
export function listTextSources(db: Reader, tenantId: string, textId: string) {
	return db
		.select({
			id: textSources.id,
			paragraphId: textSources.paragraphId,
			boardId: textSources.boardId,
			boardTitle: boards.title,
			elementId: textSources.elementId,
			cardIds: textSources.cardIds
		})
		.from(textSources)
		.innerJoin(boards, and(eq(boards.tenantId, textSources.tenantId), eq(boards.id, textSources.boardId)))
		.where(and(eq(textSources.tenantId, tenantId), eq(textSources.textId, textId)))
		.orderBy(asc(textSources.id));
}
