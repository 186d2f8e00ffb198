import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Database, Transaction } from '../database.ts';
import { impulseCards, materialBytes, materials } from '../schema/materials.ts';
import { people } from '../schema/organisation.ts';
import { agendaSteps, liveSessions } from '../schema/sessions.ts';
import { hasBoard } from './non-public-parts.ts';

type Reader = Database | Transaction;

/** A file of a process, without its bytes. */
export type Material = typeof materials.$inferSelect;

/** The files of a process that were not removed, the newest first, each with who added it and on how many boards its cards lie. */
export async function listMaterials(db: Reader, tenantId: string, processId: string) {
	const rows = await db
		.select({ material: materials, addedByName: people.name })
		.from(materials)
		.leftJoin(people, and(eq(people.tenantId, materials.tenantId), eq(people.id, materials.addedBy)))
		.where(and(eq(materials.tenantId, tenantId), eq(materials.processId, processId), isNull(materials.removedAt)))
		.orderBy(desc(materials.id));
	const laid = await db
		.select({ materialId: impulseCards.materialId, boardId: impulseCards.boardId, cards: count() })
		.from(impulseCards)
		.where(eq(impulseCards.tenantId, tenantId))
		.groupBy(impulseCards.materialId, impulseCards.boardId);
	return rows.map(({ material: { id, name, kind, size, createdAt }, addedByName }) => {
		const boards = laid.filter(({ materialId }) => materialId === id);
		return {
			id,
			name,
			kind,
			size,
			addedAt: createdAt.getTime(),
			addedBy: addedByName,
			boards: boards.length,
			cards: boards.reduce((sum, { cards }) => sum + cards, 0)
		};
	});
}

/** How many files of a process are kept. */
export async function countMaterials(db: Reader, tenantId: string, processId: string): Promise<number> {
	const [row] = await db
		.select({ n: count() })
		.from(materials)
		.where(and(eq(materials.tenantId, tenantId), eq(materials.processId, processId), isNull(materials.removedAt)));
	return row?.n ?? 0;
}

/** One file of the tenant that was not removed, or null. */
export async function findMaterial(db: Reader, tenantId: string, id: string): Promise<Material | null> {
	const [found] = await db
		.select()
		.from(materials)
		.where(and(eq(materials.tenantId, tenantId), eq(materials.id, id), isNull(materials.removedAt)));
	return found ?? null;
}

/** The bytes of a file. */
export async function bytesOf(db: Reader, tenantId: string, materialId: string): Promise<Uint8Array> {
	const [found] = await db
		.select({ bytes: materialBytes.bytes })
		.from(materialBytes)
		.where(and(eq(materialBytes.tenantId, tenantId), eq(materialBytes.materialId, materialId)));
	return found?.bytes ?? new Uint8Array();
}

/**
 * The area of a board in which evidence lies, by the agenda of its session: where people talk about it, or where they arrive and
 * look around; null if no step says so.
 */
export async function evidenceArea(db: Reader, tenantId: string, boardId: string): Promise<string | null> {
	const rows = await db
		.select({ areaId: agendaSteps.areaId, kind: agendaSteps.kind })
		.from(agendaSteps)
		.innerJoin(
			liveSessions,
			and(eq(liveSessions.tenantId, agendaSteps.tenantId), eq(liveSessions.id, agendaSteps.sessionId))
		)
		.where(
			and(eq(liveSessions.tenantId, tenantId), hasBoard(db, boardId), inArray(agendaSteps.kind, ['discuss', 'arrive']))
		)
		.orderBy(desc(agendaSteps.kind), asc(agendaSteps.position));
	return rows.find(({ areaId }) => areaId !== null)?.areaId ?? null;
}
