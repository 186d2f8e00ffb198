import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { ok, refuse } from '#domain/result.ts';
import type { Database, Transaction } from '#server/db/database.ts';
import { journalOf } from '#server/db/journal/embedded-database.ts';
import { documentClients, documents, documentUpdates } from '#server/db/schema/documents.ts';
import { appendCalmly, appendToDocument } from './append.ts';
import type { AppendOutcome, DocumentLog, Entry } from './document-log.ts';
import { findSnapshot, foldLog } from './fold.ts';
import { emptyUpdate } from './merge.ts';

/** A document that is folded, merged or rewritten while it is read is read again; a real gap stays one. */
const readings = 3;

/** The log in PGlite or PostgreSQL. Given a transaction it takes part in it, so that a command may create or freeze documents. */
export function createDocumentLog(database: Database | Transaction, now: () => Date): DocumentLog {
	const journal = journalOf(database);

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
			const snapshot = (await findSnapshot(database, name)) ?? { uptoSeq: 0, bytes: emptyUpdate, clocks: new Map() };
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

		async append(entries) {
			const byDocument = new Map<string, Entry[]>();
			for (const entry of entries) {
				const own = byDocument.get(entry.document);
				if (own) own.push(entry);
				else byDocument.set(entry.document, [entry]);
			}
			const outcomes = journal ? await appendCalmly(journal, byDocument, now()) : new Map<string, AppendOutcome>();
			const rest = [...byDocument].filter(([name]) => !outcomes.has(name)).sort(([a], [b]) => (a < b ? -1 : 1));
			if (rest.length === 0) return outcomes;
			const written = await database.transaction((tx) =>
				inTurn(rest, (name, own) => appendToDocument(tx, name, own, now()))
			);
			for (const [name, outcome] of written) outcomes.set(name, outcome);
			return outcomes;
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

/** Documents are locked in the order of their names, so that two processes never wait for each other. */
async function inTurn(
	documents: readonly [string, Entry[]][],
	append: (name: string, entries: Entry[]) => Promise<AppendOutcome>
): Promise<[string, AppendOutcome][]> {
	const outcomes: [string, AppendOutcome][] = [];
	for (const [name, entries] of documents) outcomes.push([name, await append(name, entries)]);
	return outcomes;
}
