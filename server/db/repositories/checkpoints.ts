import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Database, Transaction } from '../database.ts';
import { documentCheckpoints, documents, type CheckpointLabel, type checkpointKinds } from '../schema/documents.ts';
import { people } from '../schema/organisation.ts';

type Reader = Database | Transaction;

/** A moment of a board or text to which one can return. */
export interface Checkpoint {
	id: string;
	kind: (typeof checkpointKinds)[number];
	label: CheckpointLabel;
	at: Date;
	/** The name of whoever caused it; null for the program and for people who were erased. */
	by: string | null;
}

/** The checkpoints that these documents have together, the newest first. */
export function listCheckpoints(db: Reader, names: readonly string[]): Promise<Checkpoint[]> {
	return find(db, names);
}

/** One checkpoint of these documents, or null. */
export async function findCheckpoint(db: Reader, names: readonly string[], id: string): Promise<Checkpoint | null> {
	const [found] = await find(db, names, id);
	return found ?? null;
}

async function find(db: Reader, names: readonly string[], id?: string): Promise<Checkpoint[]> {
	const rows = await db
		.select({
			id: documentCheckpoints.id,
			kind: documentCheckpoints.kind,
			label: documentCheckpoints.label,
			at: documentCheckpoints.at,
			by: people.name
		})
		.from(documentCheckpoints)
		.innerJoin(documents, eq(documents.name, documentCheckpoints.document))
		.leftJoin(people, and(eq(people.tenantId, documents.tenantId), eq(people.id, documentCheckpoints.author)))
		.where(
			and(
				inArray(documentCheckpoints.document, [...names]),
				id === undefined ? undefined : eq(documentCheckpoints.id, id)
			)
		)
		.orderBy(desc(documentCheckpoints.at), desc(documentCheckpoints.id));
	const ofEach = new Map<string, number>();
	for (const row of rows) ofEach.set(row.id, (ofEach.get(row.id) ?? 0) + 1);
	return rows.filter((row, at) => ofEach.get(row.id) === names.length && rows[at - 1]?.id !== row.id);
}
