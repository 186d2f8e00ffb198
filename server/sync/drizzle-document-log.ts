import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import { ok, refuse } from '#domain/result.ts';
import type { Database, Transaction } from '#server/db/database.ts';
import { documentClients, documents, documentUpdates } from '#server/db/schema/documents.ts';
import type { AppendOutcome, DocumentLog, Entry, LogRow } from './document-log.ts';
import { findSnapshot, foldLog } from './fold.ts';
import { emptyUpdate } from './merge.ts';
import { overlap } from './overlap.ts';

const rowsPerInsert = 1000;

/** A document that is folded, merged or rewritten while it is read is read again; a real gap stays one. */
const readings = 3;

/** The log in PGlite or PostgreSQL. Given a transaction it takes part in it, so that a command may create or freeze documents. */
export function createDocumentLog(database: Database | Transaction, now: () => Date): DocumentLog {
	const find: DocumentLog['find'] = async (name) => {
		const [row] = await database
			.select({
				tenantId: documents.tenantId,
				state: documents.state,
				epoch: documents.epoch,
				head: documents.head
			})
			.from(documents)
			.where(eq(documents.name, name));
		return row ?? null;
	};

	const after: DocumentLog['after'] = (name, seq) =>
		database
			.select({ seq: documentUpdates.seq, author: documentUpdates.author, bytes: documentUpdates.bytes })
			.from(documentUpdates)
			.where(and(eq(documentUpdates.document, name), gt(documentUpdates.seq, seq)))
			.orderBy(asc(documentUpdates.seq));

	const load: DocumentLog['load'] = async (name) => {
		for (let left = readings; left > 0; left--) {
			const record = await find(name);
			if (!record) return null;
			const snapshot = (await findSnapshot(database, name)) ?? { uptoSeq: 0, bytes: emptyUpdate };
			const tail = await after(name, snapshot.uptoSeq);
			const head = snapshot.uptoSeq + tail.length;
			if (head < record.head || (tail.at(-1)?.seq ?? head) !== head) continue;
			return { ...record, head, snapshot, tail, owners: await owners(name) };
		}
		throw new Error(`The log of ${name} has a gap`);
	};

	const owners: DocumentLog['owners'] = async (name) => {
		const claims = await database
			.select({ client: documentClients.client, person: documentClients.person })
			.from(documentClients)
			.where(eq(documentClients.document, name));
		return new Map(claims.map(({ client, person }) => [client, person]));
	};

	const heads: DocumentLog['heads'] = async (names) => {
		const rows = await database
			.select({ name: documents.name, head: documents.head })
			.from(documents)
			.where(inArray(documents.name, [...names]));
		return new Map(rows.map(({ name, head }) => [name, head]));
	};

	return {
		find,
		load,
		after,
		owners,
		heads,

		append(entries) {
			return database.transaction(async (tx) => {
				const outcomes = new Map<string, AppendOutcome>();
				const names = [...new Set(entries.map((entry) => entry.document))].sort();
				for (const name of names) {
					const own = entries.filter((entry) => entry.document === name);
					outcomes.set(name, await appendToDocument(tx, name, own, now()));
				}
				return outcomes;
			});
		},

		async create(name, tenantId) {
			await database.insert(documents).values({ name, tenantId, createdAt: now() });
		},

		async freeze(name) {
			const frozen = await database
				.update(documents)
				.set({ state: 'frozen' })
				.where(eq(documents.name, name))
				.returning({ name: documents.name });
			return frozen.length === 1 ? ok() : refuse({ code: 'thing.not-found', kind: 'document' });
		},

		compact: (name, known) => foldLog({ database, now, load }, name, known)
	};
}

/** Takes the next numbers of one document and writes its entries. The document's row stays locked until the commit. */
export async function appendToDocument(
	tx: Database | Transaction,
	name: string,
	entries: readonly Entry[],
	at: Date
): Promise<AppendOutcome> {
	const epochs = entries.flatMap(({ epoch }) => (epoch === undefined ? [] : [eq(documents.epoch, epoch)]));
	const [moved] = await tx
		.update(documents)
		.set({ head: sql`${documents.head} + ${entries.length}` })
		.where(and(eq(documents.name, name), eq(documents.state, 'open'), ...epochs))
		.returning({ head: documents.head });
	if (!moved) {
		const [present] = await tx.select({ state: documents.state }).from(documents).where(eq(documents.name, name));
		return { kind: !present ? 'unknown' : present.state === 'frozen' ? 'frozen' : 'rewritten' };
	}
	const before = moved.head - entries.length;
	if (await isStale(tx, name, entries, before)) {
		await tx.update(documents).set({ head: before }).where(eq(documents.name, name));
		return { kind: 'stale', head: before };
	}
	const first = before + 1;
	const rows = entries.map(({ author, bytes }, index): LogRow => ({ seq: first + index, author, bytes }));
	for (let start = 0; start < rows.length; start += rowsPerInsert) {
		const values = rows.slice(start, start + rowsPerInsert).map((row) => ({ document: name, at, ...row }));
		await tx.insert(documentUpdates).values(values);
	}
	const claims = entries.flatMap(({ author, newClients }) =>
		newClients.map((client) => ({ document: name, client, person: author }))
	);
	if (claims.length > 0) await tx.insert(documentClients).values(claims).onConflictDoNothing();
	return { kind: 'committed', rows };
}

/** Whether others have written meanwhile what the entries tell anew, or in whose name they tell it. The document's row is locked. */
async function isStale(
	tx: Database | Transaction,
	name: string,
	entries: readonly Entry[],
	head: number
): Promise<boolean> {
	const judged = entries.filter((entry) => entry.known !== undefined);
	const known = Math.min(head, ...judged.map((entry) => entry.known!));
	if (known < head) {
		const rows = await tx
			.select({ bytes: documentUpdates.bytes })
			.from(documentUpdates)
			.where(and(eq(documentUpdates.document, name), gt(documentUpdates.seq, known), lte(documentUpdates.seq, head)));
		if (rows.length < head - known) return true;
		if (overlap(rows, judged)) return true;
	}
	const claimants = new Map(judged.flatMap(({ author, newClients }) => newClients.map((client) => [client, author])));
	if (claimants.size === 0) return false;
	const taken = await tx
		.select({ client: documentClients.client, person: documentClients.person })
		.from(documentClients)
		.where(and(eq(documentClients.document, name), inArray(documentClients.client, [...claimants.keys()])));
	return taken.some(({ client, person }) => claimants.get(client) !== person);
}
