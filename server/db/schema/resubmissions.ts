import { isNull } from 'drizzle-orm';
import { integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, owned, ownKey, within } from './columns.ts';
import { texts, textVersions } from './processes.ts';

/** A Wiedervorlage: somebody presents a settled version of a text again, so that what goes on of it becomes a new text. */
export const resubmissions = pgTable(
	'resubmissions',
	{
		...owned(),
		textVersionId: uuid('text_version_id').notNull(),
		createdBy: uuid('created_by').notNull(),
		/** The text that began from it, and when; neither while it is being filled in. */
		newTextId: uuid('new_text_id'),
		begunAt: moment('begun_at')
	},
	(row) => [
		ownKey(row),
		uniqueIndex().on(row.tenantId, row.textVersionId).where(isNull(row.newTextId)),
		uniqueIndex().on(row.tenantId, row.newTextId),
		within(row, row.textVersionId, () => textVersions),
		within(row, row.newTextId, () => texts)
	]
);

/** What is to become of one passage of a version that is presented again. The version never changes, so its place is enough. */
export const passageChoices = pgTable(
	'passage_choices',
	{
		tenantId: uuid('tenant_id').notNull(),
		resubmissionId: uuid('resubmission_id').notNull(),
		/** Its place among the passages, counted from 0. */
		passage: integer().notNull(),
		/** Null where a choice was taken back. */
		choice: text({ enum: ['continue', 'change', 'give-up'] }),
		reason: text().notNull(),
		/** Rises with each change; whoever changes it says which one she saw. */
		rev: integer().notNull(),
		/** The person who chose last. */
		chosenBy: uuid('chosen_by').notNull(),
		/** Where it stands in the new text: the id of its first paragraph. */
		paragraphId: text('paragraph_id')
	},
	(row) => [
		primaryKey({ columns: [row.tenantId, row.resubmissionId, row.passage] }),
		within(row, row.resubmissionId, () => resubmissions)
	]
);
