import { and, eq, inArray, isNull } from 'drizzle-orm';
import { reachOfErasure } from '../commands/erasure-reach.ts';
import type { Database } from '../db/database.ts';
import { boards, texts } from '../db/schema/processes.ts';

/** A board or text that loses its past when somebody is erased. */
export interface Touched {
	href: string;
	title: string;
}

/** The boards and texts that the erasure of a person would touch at this moment, with their titles; rooms of groups are touched unnamed. */
export async function touchedByErasure(
	db: Database,
	tenantId: string,
	personId: string
): Promise<{ boards: Touched[]; texts: Touched[] }> {
	return db.transaction(async (tx) => {
		const { boardIds, textIds } = await reachOfErasure(tx, tenantId, personId);
		const titles = (table: typeof boards | typeof texts, ids: string[]) =>
			tx
				.select({ id: table.id, title: table.title })
				.from(table)
				.where(
					and(eq(table.tenantId, tenantId), inArray(table.id, ids), table === texts ? isNull(texts.roomOf) : undefined)
				)
				.orderBy(table.title, table.id);
		const [foundBoards, foundTexts] = [await titles(boards, boardIds), await titles(texts, textIds)];
		return {
			boards: foundBoards.map(({ id, title }) => ({ href: `/b/${id}`, title })),
			texts: foundTexts.map(({ id, title }) => ({ href: `/t/${id}`, title }))
		};
	});
}
