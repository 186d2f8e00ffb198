import { and, count, eq, inArray, notInArray } from 'drizzle-orm';
import type { Database, Transaction } from '../database.ts';
import { pictures } from '../schema/pictures.ts';

type Reader = Database | Transaction;

/** A picture with its bytes. */
export type KeptPicture = Pick<typeof pictures.$inferSelect, 'sha256' | 'kind' | 'bytes'>;

/** How many pictures a board keeps. */
export async function countPictures(db: Reader, tenantId: string, boardId: string): Promise<number> {
	const [row] = await db.select({ n: count() }).from(pictures).where(ofBoard(tenantId, boardId));
	return row?.n ?? 0;
}

/** One picture of a board, or null. */
export async function findPicture(
	db: Reader,
	tenantId: string,
	boardId: string,
	sha256: string
): Promise<KeptPicture | null> {
	const [found] = await db
		.select({ sha256: pictures.sha256, kind: pictures.kind, bytes: pictures.bytes })
		.from(pictures)
		.where(and(ofBoard(tenantId, boardId), eq(pictures.sha256, sha256)));
	return found ?? null;
}

/** A picture as one of the boards has it that keep it, or null. Whether somebody may have it from there is asked by who calls. */
export async function findAnywhere(
	db: Reader,
	tenantId: string,
	sha256: string
): Promise<typeof pictures.$inferSelect | null> {
	const [found] = await db
		.select()
		.from(pictures)
		.where(and(eq(pictures.tenantId, tenantId), eq(pictures.sha256, sha256)))
		.limit(1);
	return found ?? null;
}

/** The boards that keep a picture. */
export async function boardsWith(db: Reader, tenantId: string, sha256: string): Promise<string[]> {
	const rows = await db
		.select({ boardId: pictures.boardId })
		.from(pictures)
		.where(and(eq(pictures.tenantId, tenantId), eq(pictures.sha256, sha256)));
	return rows.map(({ boardId }) => boardId);
}

/** How large those of the named pictures are that a board keeps. */
export async function sizesOf(db: Reader, tenantId: string, boardId: string, names: readonly string[]) {
	return db
		.select({ sha256: pictures.sha256, size: pictures.size })
		.from(pictures)
		.where(and(ofBoard(tenantId, boardId), inArray(pictures.sha256, [...names])));
}

/** Removes the pictures of a board that are not among the named ones. */
export async function removePictures(
	tx: Transaction,
	tenantId: string,
	boardId: string,
	except: readonly string[] = []
): Promise<void> {
	await tx.delete(pictures).where(and(ofBoard(tenantId, boardId), notInArray(pictures.sha256, [...except])));
}

const ofBoard = (tenantId: string, boardId: string) =>
	and(eq(pictures.tenantId, tenantId), eq(pictures.boardId, boardId));
