import { and, asc, eq, gt, lt } from 'drizzle-orm';
import { ok, refuse } from '#domain/result.ts';
import type { Database, Transaction } from '#server/db/database.ts';
import { documentClients, documents, documentSnapshots, documentUpdates } from '#server/db/schema/documents.ts';
import { appendStatement, appendValues } from './append-statement.ts';
import type { AppendOutcome, DocumentLog, Entry } from './document-log.ts';
import { emptyUpdate, mergeTree } from './merge.ts';
import { planAppend } from './planned-append.ts';
import { scanUpdate } from './update-scan.ts';

/** The log in PGlite or PostgreSQL. Given a transaction it takes part in it, so that a command may create or freeze documents. */
export function createDocumentLog(database: Database | Transaction, now: () => Date): DocumentLog {
	const planned = planAppend(database);

	const find: DocumentLog['find'] = async (name) => {
		const [row] = await database
			.select({ tenantId: documents.tenantId, state: documents.state, head: documents.head })
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
		const record = await find(name);
		if (!record) return null;
		const [stored] = await database.select().from(documentSnapshots).where(eq(documentSnapshots.document, name));
		const snapshot = stored ? { uptoSeq: stored.uptoSeq, bytes: stored.bytes } : { uptoSeq: 0, bytes: emptyUpdate };
		const tail = await after(name, snapshot.uptoSeq);
		const head = snapshot.uptoSeq + tail.length;
		if (head < record.head || (tail.at(-1)?.seq ?? head) !== head) {
			throw new Error(`The log of ${name} has a gap before ${record.head}`);
		}
		const claims = await database
			.select({ client: documentClients.client, person: documentClients.person })
			.from(documentClients)
			.where(eq(documentClients.document, name));
		const owners = new Map(claims.map(({ client, person }) => [client, person]));
		return { ...record, head, snapshot, tail, owners };
	};

	return {
		find,
		load,
		after,

		async append(entries) {
			const byName = [...new Set(entries.map(({ document }) => document))].sort().map((name) => ({
				name,
				own: entries.filter(({ document }) => document === name)
			}));
			const outcomes = new Map<string, AppendOutcome>();
			if (planned && claimsOf(entries).length === 0) {
				const heads = await planned(byName.map(({ name, own }) => appendValues(name, own, now())));
				for (const [index, { name, own }] of byName.entries()) {
					outcomes.set(name, await outcomeOf(database, name, own, heads[index] ?? null));
				}
				return outcomes;
			}
			return database.transaction(async (tx) => {
				for (const { name, own } of byName) outcomes.set(name, await appendToDocument(tx, name, own, now()));
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

		async compact(name) {
			const stored = await load(name);
			if (!stored || stored.tail.length === 0) return null;
			const tail = mergeTree(stored.tail.map((row) => row.bytes));
			const bytes = mergeTree([stored.snapshot.bytes, tail]);
			const values = { uptoSeq: stored.head, bytes, structs: scanUpdate(bytes).structs.length };
			await database
				.insert(documentSnapshots)
				.values({ document: name, ...values })
				.onConflictDoUpdate({
					target: documentSnapshots.document,
					set: values,
					setWhere: lt(documentSnapshots.uptoSeq, stored.head)
				});
			return { uptoSeq: stored.head, bytes };
		}
	};
}

/** Takes the next numbers of one document and writes its entries. The document's row stays locked until the commit. */
export async function appendToDocument(
	tx: Database | Transaction,
	name: string,
	entries: readonly Entry[],
	at: Date
): Promise<AppendOutcome> {
	const [{ head = null } = {}] = await appendStatement(tx).execute(appendValues(name, entries, at));
	const claims = claimsOf(entries);
	if (head !== null && claims.length > 0) await tx.insert(documentClients).values(claims).onConflictDoNothing();
	return outcomeOf(tx, name, entries, head);
}

/** What has become of entries of which the last has this number; null when nothing was written. */
async function outcomeOf(
	database: Database | Transaction,
	name: string,
	entries: readonly Entry[],
	head: number | null
): Promise<AppendOutcome> {
	if (head === null) {
		const [present] = await database.select({ name: documents.name }).from(documents).where(eq(documents.name, name));
		return { kind: present ? 'frozen' : 'unknown' };
	}
	const first = head - entries.length + 1;
	return {
		kind: 'committed',
		rows: entries.map(({ author, bytes }, index) => ({ seq: first + index, author, bytes }))
	};
}

function claimsOf(entries: readonly Entry[]) {
	return entries.flatMap(({ document, author, newClients }) =>
		newClients.map((client) => ({ document, client, person: author }))
	);
}
