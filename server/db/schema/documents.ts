import { bigint, customType, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Raw bytes, the same on both drivers. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
	dataType: () => 'bytea',
	toDriver: (value) => value,
	fromDriver: (value) => new Uint8Array(value)
});

/** One row per collaborative document. `head` is its gap-free sequence: whoever writes takes the next number under this row's lock. */
export const documents = pgTable('documents', {
	name: text().primaryKey(),
	tenantId: uuid('tenant_id').notNull(),
	head: bigint({ mode: 'number' }).notNull().default(0),
	/** `open` can be written, `frozen` only read. */
	state: text({ enum: ['open', 'frozen'] })
		.notNull()
		.default('open'),
	createdAt: timestamp('created_at', { withTimezone: true }).notNull()
});

/** The log: updates in the order in which everybody sees them, each committed before it is sent to anybody. */
export const documentUpdates = pgTable(
	'document_updates',
	{
		document: text()
			.notNull()
			.references(() => documents.name, { onDelete: 'cascade' }),
		seq: bigint({ mode: 'number' }).notNull(),
		/** The person or, for changes of the program itself, null. A pseudonym: names live in `people`. */
		author: uuid(),
		at: timestamp({ withTimezone: true }).notNull(),
		bytes: bytes().notNull()
	},
	(row) => [primaryKey({ columns: [row.document, row.seq] })]
);

/** Everything up to and with `uptoSeq`, merged, so that opening a document does not read its whole log. */
export const documentSnapshots = pgTable('document_snapshots', {
	document: text()
		.primaryKey()
		.references(() => documents.name, { onDelete: 'cascade' }),
	uptoSeq: bigint('upto_seq', { mode: 'number' }).notNull(),
	bytes: bytes().notNull(),
	structs: integer().notNull()
});

/**
 * Who writes under which Yjs client id: the first to write claims it. Nobody else can then write in that name, also not while
 * its owner is offline. A null person is the program itself.
 */
export const documentClients = pgTable(
	'document_clients',
	{
		document: text()
			.notNull()
			.references(() => documents.name, { onDelete: 'cascade' }),
		client: bigint({ mode: 'number' }).notNull(),
		person: uuid()
	},
	(row) => [primaryKey({ columns: [row.document, row.client] })]
);
