import { and, eq, max, sql, type Placeholder } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/database.ts';
import type { JournalPlace } from '#server/db/journal/document-journal.ts';
import { documents, documentUpdates } from '#server/db/schema/documents.ts';
import type { Entry } from './document-log.ts';

/** What is filled into the statement for one document. */
export type AppendValues = Record<'name' | 'head' | 'epoch' | 'count' | 'at' | 'authors' | 'updates', string | number>;

/**
 * The statement that takes the next numbers of an open document and writes entries under them, provided that its log stands where it
 * is believed to stand. It answers with one row: the last number, or null when nothing was written.
 */
export function appendStatement(database: Database | Transaction) {
	const value = (name: keyof AppendValues): Placeholder => sql.placeholder(name);
	const moved = database.$with('moved').as(
		database
			.update(documents)
			.set({ head: sql`${documents.head} + ${value('count')}::int` })
			.where(
				and(
					eq(documents.name, value('name')),
					eq(documents.state, sql`'open'`),
					eq(documents.head, value('head')),
					eq(documents.epoch, value('epoch'))
				)
			)
			.returning({ head: documents.head })
	);
	const entries = sql`unnest(${value('authors')}::text::uuid[], ${value('updates')}::text::bytea[])`;
	const written = database.$with('written').as(
		database
			.insert(documentUpdates)
			.select((query) =>
				query
					.select({
						document: sql`${value('name')}::text`.as('document'),
						seq: sql`${moved.head} - ${value('count')}::int + entry.place`.as('seq'),
						author: sql`entry.author`.as('author'),
						at: sql`${value('at')}::text::timestamptz`.as('at'),
						bytes: sql`entry.bytes`.as('bytes')
					})
					.from(moved)
					.crossJoin(sql`${entries} with ordinality as entry(author, bytes, place)`)
			)
			.returning({ seq: documentUpdates.seq })
	);
	return database
		.with(moved, written)
		.select({ head: max(written.seq) })
		.from(written)
		.prepare('append');
}

/** Both drivers take arrays of any type as text. Neither an id nor hexadecimal digits can hold what would end an element. */
export function appendValues(
	name: string,
	entries: readonly Entry[],
	{ head, epoch }: JournalPlace,
	at: Date
): AppendValues {
	const authors = entries.map(({ author }) => author ?? 'null').join(',');
	const updates = entries.map(({ bytes }) => `"\\\\x${Buffer.from(bytes).toString('hex')}"`).join(',');
	const count = entries.length;
	return { name, head, epoch, count, at: at.toISOString(), authors: `{${authors}}`, updates: `{${updates}}` };
}
