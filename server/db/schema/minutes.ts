import { foreignKey, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { MinutesEdits, ReleasedMinutes } from '#domain/minutes/minutes.ts';
import { json, moment, owned, ownKey, within } from './columns.ts';
import { agendaSteps, liveSessions, nonPublicParts } from './sessions.ts';

/** How long a step was really on. Coming back to a step is another visit; an open end means that it still is on. */
export const stepVisits = pgTable(
	'step_visits',
	{
		...owned(),
		sessionId: uuid('session_id').notNull(),
		stepId: uuid('step_id').notNull(),
		/** The non-public part to which it belongs: the mark of the step. */
		nonPublicPartId: uuid('non_public_part_id'),
		startedAt: moment('started_at').notNull(),
		endedAt: moment('ended_at')
	},
	(row) => [
		ownKey(row),
		index().on(row.tenantId, row.sessionId),
		within(row, row.sessionId, () => liveSessions),
		within(row, row.nonPublicPartId, () => nonPublicParts),
		// A step in which nothing was written can be taken out of the agenda, and its times with it.
		foreignKey({
			columns: [row.tenantId, row.stepId],
			foreignColumns: [agendaSteps.tenantId, agendaSteps.id]
		}).onDelete('cascade')
	]
);

/**
 * The versions of the minutes of a session. What a draft says follows from the session and the words that somebody added; a released
 * version holds all of it and never changes. Names are not in it: they live in `people`.
 */
export const minutes = pgTable(
	'minutes',
	{
		...owned(),
		sessionId: uuid('session_id').notNull(),
		/** The file that everybody may read, or that of the non-public part; each has its own versions. */
		part: text({ enum: ['public', 'non-public'] })
			.notNull()
			.default('public'),
		/** Fassung 1, 2, 3 … of one file; only the last one can be a draft. */
		number: integer().notNull(),
		state: text({ enum: ['draft', 'released'] }).notNull(),
		/** Counts the savings of a draft, so that nobody overwrites what she has not seen. */
		rev: integer().notNull(),
		edits: json<MinutesEdits>('edits').notNull(),
		editedBy: uuid('edited_by').notNull(),
		editedAt: moment('edited_at').notNull(),
		content: json<ReleasedMinutes>('content'),
		/** The fingerprint over the canonical JSON of `content`. */
		sha256: text(),
		releasedBy: uuid('released_by'),
		releasedAt: moment('released_at')
	},
	(row) => [
		ownKey(row),
		uniqueIndex().on(row.tenantId, row.sessionId, row.part, row.number),
		within(row, row.sessionId, () => liveSessions)
	]
);
