import { and, eq, gt, inArray, lte } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/database.ts';
import type { JournalPlace } from '#server/db/journal/document-journal.ts';
import type { Journal } from '#server/db/journal/embedded-database.ts';
import { documentClients, documents, documentUpdates } from '#server/db/schema/documents.ts';
import { appendStatement, appendValues } from './append-statement.ts';
import type { AppendOutcome, Entry } from './document-log.ts';
import { overlap } from './overlap.ts';

/**
 * Appends by way of the journal where nothing can be in the way: everybody wrote under own client ids before, and the log is where the
 * writers believed it to be. The other documents have no outcome; nothing was written to them.
 */
export async function appendCalmly(
	journal: Pick<Journal, 'append'>,
	byDocument: ReadonlyMap<string, readonly Entry[]>,
	at: Date
): Promise<Map<string, AppendOutcome>> {
	const calm = [...byDocument].flatMap(([document, updates]) => {
		const place = calmPlaceOf(updates);
		return place ? [{ document, updates, place }] : [];
	});
	const heads = calm.length > 0 ? await journal.append(calm, at) : [];
	return new Map(
		calm.flatMap(({ document, updates }, index) => {
			const head = heads[index] ?? null;
			return head === null ? [] : [[document, committed(updates, head)]];
		})
	);
}

/** Takes the next numbers of one document and writes its entries. The document's row stays locked until the commit. */
export async function appendToDocument(
	tx: Database | Transaction,
	name: string,
	entries: readonly Entry[],
	at: Date
): Promise<AppendOutcome> {
	const append = async (place: JournalPlace) => {
		const [{ head = null } = {}] = await appendStatement(tx).execute(appendValues(name, entries, place, at));
		return head;
	};
	const calm = calmPlaceOf(entries);
	const reached = calm && (await append(calm));
	if (reached) return committed(entries, reached);

	const [held] = await tx
		.select({ state: documents.state, head: documents.head, epoch: documents.epoch })
		.from(documents)
		.where(eq(documents.name, name))
		.for('update');
	if (!held) return { kind: 'unknown' };
	if (held.state !== 'open') return { kind: 'frozen' };
	if (entries.some(({ epoch }) => epoch !== undefined && epoch !== held.epoch)) return { kind: 'rewritten' };
	if (await isStale(tx, name, entries, held.head)) return { kind: 'stale', head: held.head };
	await append(held);
	const claims = entries.flatMap(({ author, newClients }) =>
		newClients.map((client) => ({ document: name, client, person: author }))
	);
	if (claims.length > 0) await tx.insert(documentClients).values(claims).onConflictDoNothing();
	return committed(entries, held.head + entries.length);
}

function committed(entries: readonly Entry[], head: number): AppendOutcome {
	const first = head - entries.length + 1;
	return {
		kind: 'committed',
		rows: entries.map(({ author, bytes }, index) => ({ seq: first + index, author, bytes }))
	};
}

/** Where the log must stand for these entries to need no look at it; null when they need one in any case. */
function calmPlaceOf(entries: readonly Entry[]): JournalPlace | null {
	const [{ known: head, epoch } = {}] = entries;
	if (head === undefined || epoch === undefined) return null;
	const alike = entries.every(
		(entry) => entry.known === head && entry.epoch === epoch && entry.newClients.length === 0
	);
	return alike ? { head, epoch } : null;
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
