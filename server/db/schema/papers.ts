import { boolean, date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { json, moment, owned, ownKey, within } from './columns.ts';
import { goalVersions } from './goals.ts';
import { bodies } from './organisation.ts';
import { processes, texts, textVersions } from './processes.ts';

/** A Vorlage. Proposal and reasoning are written together and frozen at the release. */
export const papers = pgTable(
	'papers',
	{
		...owned(),
		processId: uuid('process_id').notNull(),
		/** The version of a goal system that it proposes to adopt. */
		versionId: uuid('version_id'),
		/** The version of a text, such as a vision or guiding principles, that it proposes to resolve instead. */
		textVersionId: uuid('text_version_id'),
		type: text({ enum: ['information', 'decision', 'report'] }).notNull(),
		/** The number of the Drucksache; it may be given later, once. */
		reference: text(),
		year: integer().notNull(),
		fileNumber: text('file_number'),
		subject: text().notNull(),
		date: date({ mode: 'string' }).notNull(),
		unit: text(),
		state: text({ enum: ['draft', 'released', 'in-consultation', 'decided', 'withdrawn', 'executed'] }).notNull(),
		proposalTextId: uuid('proposal_text_id').notNull(),
		proposalVersionId: uuid('proposal_version_id'),
		publish: boolean().notNull().default(false),
		releasedAt: moment('released_at'),
		/** Why counts that differ from the scheme ("14 von 15") were accepted at the release. */
		releaseReason: text('release_reason'),
		rev: integer().notNull().default(0)
	},
	(row) => [
		ownKey(row),
		uniqueIndex().on(row.tenantId, row.year, row.reference),
		within(row, row.processId, () => processes),
		within(row, row.versionId, () => goalVersions),
		within(row, row.textVersionId, () => textVersions),
		within(row, row.proposalTextId, () => texts),
		within(row, row.proposalVersionId, () => textVersions)
	]
);

/** One stop of the Beratungsfolge. Confidentiality belongs to the stop, not to the paper. */
export const consultations = pgTable(
	'consultations',
	{
		...owned(),
		paperId: uuid('paper_id').notNull(),
		position: integer().notNull(),
		bodyId: uuid('body_id').notNull(),
		meetingDate: date('meeting_date', { mode: 'string' }).notNull(),
		public: boolean().notNull(),
		role: text({ enum: ['preparatory', 'deciding', 'information', 'hearing'] }).notNull(),
		authoritative: boolean().notNull().default(false),
		outcome: text({
			enum: ['adopted', 'amended', 'rejected', 'deferred', 'referred', 'noted', 'withdrawn', 'not-dealt-with']
		}),
		tally: json<{ yes: number; no: number; abstain: number }>('tally'),
		resultVersionId: uuid('result_version_id'),
		recordedBy: uuid('recorded_by'),
		recordedAt: moment('recorded_at')
	},
	(row) => [
		ownKey(row),
		uniqueIndex().on(row.tenantId, row.paperId, row.position),
		index().on(row.tenantId, row.bodyId),
		within(row, row.paperId, () => papers),
		within(row, row.bodyId, () => bodies),
		within(row, row.resultVersionId, () => textVersions)
	]
);
