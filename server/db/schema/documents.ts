import { bigint, customType, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { json, moment } from './columns.ts';

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
	/** `open` can be written, `frozen` only read; so can `resting`, until its process goes on. */
	state: text({ enum: ['open', 'resting', 'frozen'] })
		.notNull()
		.default('open'),
	/** Rises when the document was rewritten to erase something; who knows an earlier one has to load it anew. */
	epoch: integer().notNull().default(0),
	/** A process folds the log into a snapshot and is expected to be done by then; until then no other one begins. */
	foldingUntil: moment('folding_until'),
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
	/** How far each client has written in it; an older program did not say so. */
	stateVector: bytes('state_vector')
});

/** What the rows up to and with `uptoSeq` said, merged, after they had become too old to be kept one by one. */
export const documentBases = pgTable('document_bases', {
	document: text()
		.primaryKey()
		.references(() => documents.name, { onDelete: 'cascade' }),
	uptoSeq: bigint('upto_seq', { mode: 'number' }).notNull(),
	bytes: bytes().notNull()
});

/** Why a moment of a document was marked. Except for `manual` and `erasure`, the kind says what came next. */
export const checkpointKinds = ['start', 'step', 'reveal', 'end', 'manual', 'restore', 'erasure'] as const;

/** What a checkpoint has to say about its moment, as data; screens put it into words. */
export interface CheckpointLabel {
	/** The name that somebody gave it by hand. */
	name?: string;
	/** The step of the agenda that began. */
	step?: { kind: string; title: string };
	/** The checkpoint that was brought back, and of how many elements where it was not all of it. */
	restored?: { id: string; at: string; part?: number };
}

/**
 * A moment of a document to which one can return: everything up to and with `seq`. The documents of one board share the id. What it
 * says follows from the log; only when those rows are merged away are its `bytes` kept.
 */
export const documentCheckpoints = pgTable(
	'document_checkpoints',
	{
		id: uuid().notNull(),
		document: text()
			.notNull()
			.references(() => documents.name, { onDelete: 'cascade' }),
		seq: bigint({ mode: 'number' }).notNull(),
		kind: text({ enum: checkpointKinds }).notNull(),
		label: json<CheckpointLabel>('label').notNull(),
		/** The person who made it or caused it; null after she was erased. */
		author: uuid(),
		at: moment('at').notNull(),
		bytes: bytes()
	},
	(row) => [primaryKey({ columns: [row.id, row.document] }), index().on(row.document, row.seq)]
);

/**
 * Who writes under which Yjs client id: the first to write claims it. Nobody else can then write in that name, also not while
 * its owner is offline. A null person is the program itself, the nil UUID somebody who was erased.
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
