import { isNull } from 'drizzle-orm';
import { date, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { json, moment, owned, ownKey, within } from './columns.ts';
import { bodies, people } from './organisation.ts';

/** A strategy process such as a Kreisentwicklungskonzept: groups, sessions, boards and texts belong to one. */
export const processes = pgTable(
	'processes',
	{
		...owned(),
		title: text().notNull(),
		kind: text().notNull(),
		status: text({ enum: ['idea', 'project', 'embedded', 'ended'] })
			.notNull()
			.default('project'),
		/** The template that it began with. */
		template: text(),
		startsOn: date('starts_on', { mode: 'string' }),
		endsOn: date('ends_on', { mode: 'string' }),
		/** The network for guests, as it is printed and projected. */
		wifi: json<{ name: string; password: string }>('wifi')
	},
	(row) => [ownKey(row)]
);

/**
 * A time in which a process rests, as before an election: everything can be read, nothing is changed. It lasts until somebody goes on; at most
 * one is open, and those before it stay as they were.
 */
export const processPauses = pgTable(
	'process_pauses',
	{
		...owned(),
		processId: uuid('process_id').notNull(),
		since: date({ mode: 'string' }).notNull(),
		reason: text().notNull(),
		/** The day on which it is looked at again; nothing happens by itself then. */
		lookAgainOn: date('look_again_on', { mode: 'string' }),
		pausedBy: uuid('paused_by').notNull(),
		endedAt: moment('ended_at'),
		endedBy: uuid('ended_by')
	},
	(row) => [
		ownKey(row),
		uniqueIndex().on(row.tenantId, row.processId).where(isNull(row.endedAt)),
		within(row, row.processId, () => processes)
	]
);

/** Who takes part in a process with an account; leads may create sessions in it. */
export const processMembers = pgTable(
	'process_members',
	{
		tenantId: uuid('tenant_id').notNull(),
		processId: uuid('process_id').notNull(),
		personId: uuid('person_id').notNull(),
		role: text({ enum: ['lead', 'member'] }).notNull()
	},
	(row) => [
		primaryKey({ columns: [row.tenantId, row.processId, row.personId] }),
		within(row, row.processId, () => processes),
		within(row, row.personId, () => people)
	]
);

/** A group that works in a process: a Fachgruppe, an agile core team, a commission. Who it is, its body says. */
export const processGroups = pgTable(
	'process_groups',
	{
		...owned(),
		processId: uuid('process_id').notNull(),
		bodyId: uuid('body_id').notNull(),
		position: integer().notNull(),
		colour: text({ enum: ['yellow', 'orange', 'red', 'violet', 'blue', 'turquoise'] }).notNull(),
		/** Where it meets. */
		room: text().notNull().default(''),
		/** The last day on which it works; without one it goes on with its process. */
		endsOn: date('ends_on', { mode: 'string' })
	},
	(row) => [
		ownKey(row),
		uniqueIndex().on(row.tenantId, row.processId, row.bodyId),
		within(row, row.processId, () => processes),
		within(row, row.bodyId, () => bodies)
	]
);

/** Who works in a group. On the day after `until` the membership is over by itself. */
export const groupMembers = pgTable(
	'group_members',
	{
		tenantId: uuid('tenant_id').notNull(),
		groupId: uuid('group_id').notNull(),
		personId: uuid('person_id').notNull(),
		role: text({ enum: ['facilitator', 'core', 'temporary'] }).notNull(),
		since: date({ mode: 'string' }).notNull(),
		until: date({ mode: 'string' })
	},
	(row) => [
		primaryKey({ columns: [row.tenantId, row.groupId, row.personId] }),
		index().on(row.tenantId, row.personId),
		within(row, row.groupId, () => processGroups),
		within(row, row.personId, () => people)
	]
);

/** A board. What is on it lives in two collaborative documents, `board:<id>:scaffold` and `board:<id>:cards`. */
export const boards = pgTable(
	'boards',
	{
		...owned(),
		processId: uuid('process_id').notNull(),
		title: text().notNull(),
		state: text({ enum: ['open', 'locked', 'frozen', 'archived'] })
			.notNull()
			.default('open')
	},
	(row) => [ownKey(row), index().on(row.tenantId, row.processId), within(row, row.processId, () => processes)]
);

/** A text that people write together. Its content lives in the collaborative document `text:<id>`. */
export const texts = pgTable(
	'texts',
	{
		...owned(),
		processId: uuid('process_id').notNull(),
		sessionId: uuid('session_id'),
		/** The non-public part of the session in which it was begun: then it is not for the public. */
		nonPublicPartId: uuid('non_public_part_id'),
		/** The agreement that this text puts into words, where there is one. */
		agreementId: uuid('agreement_id'),
		title: text().notNull(),
		kind: text({
			enum: ['vision', 'guiding-principles', 'wording', 'proposal', 'reasoning', 'strategy-card', 'note', 'minutes']
		}).notNull(),
		state: text({ enum: ['open', 'frozen'] })
			.notNull()
			.default('open'),
		/** The live text of which this one is the copy in the room of a group. Such a text is its members' alone. */
		roomOf: uuid('room_of'),
		/** The paragraph that is in discussion, and who took it there; neither while none is. */
		discussedParagraph: text('discussed_paragraph'),
		discussedBy: uuid('discussed_by'),
		/** The last day on which suggestions are taken from those who do not write the text; without one there is no end. */
		collectsUntil: date('collects_until', { mode: 'string' }),
		createdBy: uuid('created_by').notNull()
	},
	(row) => [
		ownKey(row),
		index().on(row.tenantId, row.processId),
		index().on(row.tenantId, row.roomOf),
		within(row, row.processId, () => processes),
		foreignKey({ columns: [row.tenantId, row.roomOf], foreignColumns: [row.tenantId, row.id] })
	]
);

/** The drafting group: only its members open the text for writing. */
export const textDrafters = pgTable(
	'text_drafters',
	{
		tenantId: uuid('tenant_id').notNull(),
		textId: uuid('text_id').notNull(),
		personId: uuid('person_id').notNull()
	},
	(row) => [
		primaryKey({ columns: [row.tenantId, row.textId, row.personId] }),
		within(row, row.textId, () => texts),
		within(row, row.personId, () => people)
	]
);

/** Where an exact text came from. */
export type TextSource =
	| { from: 'board'; boardId: string; elementId: string; stateVector: string }
	/** A facilitator has typed it for a vote. */
	| { from: 'typed' }
	/** A measure of a joint budget, with what it cost. */
	| { from: 'measure'; measureId: string }
	| { from: 'text'; textId: string; stateVector: string }
	| { from: 'consultation'; consultationId: string }
	/** An earlier version with the amendment motions that were accepted, in the order of votes. */
	| { from: 'amendments'; textVersionId: string; amendmentIds: string[] }
	| { from: 'import'; file: string };

/** An exact text that never changes. Everything voted on, promoted or decided points to one. */
export const textVersions = pgTable(
	'text_versions',
	{
		...owned(),
		kind: text().notNull(),
		lang: text().notNull().default('de'),
		/** ProseMirror JSON in normal form. */
		doc: json<unknown>('doc').notNull(),
		plain: text().notNull(),
		sha256: text().notNull(),
		source: json<TextSource>('source').notNull(),
		textId: uuid('text_id'),
		/** Fassung 1, 2, 3 … of one text; null for texts that are not written together. */
		number: text(),
		createdBy: uuid('created_by')
	},
	(row) => [ownKey(row), index().on(row.tenantId, row.textId)]
);

/** The receipt of a command that a bad network may repeat. */
export const commandReceipts = pgTable(
	'command_receipts',
	{
		tenantId: uuid('tenant_id').notNull(),
		personId: uuid('person_id').notNull(),
		key: text().notNull(),
		command: text().notNull(),
		result: json<unknown>('result'),
		createdAt: moment('created_at').notNull()
	},
	(row) => [primaryKey({ columns: [row.tenantId, row.personId, row.key] })]
);
