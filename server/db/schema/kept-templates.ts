import { pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Legend } from '#board/legend.ts';
import type { PlannedElement } from '#board/scaffold-plan.ts';
import type { AgendaEntry } from '#domain/sessions/session-template.ts';
import { json, owned, ownKey, within } from './columns.ts';
import { processes } from './processes.ts';

/** What every template carries that an organisation keeps, with the scaffold of a board. */
const kept = () => ({
	...owned(),
	/** The process in which it was made: who leads that may rename and remove it. */
	processId: uuid('process_id').notNull(),
	name: text().notNull(),
	/** The name without its capitals; no two of an organisation share it. */
	nameKey: text('name_key').notNull(),
	scaffold: json<readonly PlannedElement[]>('scaffold').notNull(),
	legend: json<Legend>('legend').notNull().default({}),
	createdBy: uuid('created_by').notNull()
});

/** A session that an organisation keeps ready to run, beside those that ship. Nothing in it comes from participants. */
export const sessionTemplates = pgTable(
	'session_templates',
	{ ...kept(), steps: json<readonly AgendaEntry[]>('steps').notNull() },
	(row) => [ownKey(row), uniqueIndex().on(row.tenantId, row.nameKey), within(row, row.processId, () => processes)]
);

/** A prepared board that an organisation keeps, or areas of one, to be laid onto others. Nothing in it comes from participants. */
export const boardTemplates = pgTable(
	'board_templates',
	{
		...kept(),
		/** What its areas are called, so that a list need not read all of it. */
		areas: json<readonly string[]>('areas').notNull()
	},
	(row) => [ownKey(row), uniqueIndex().on(row.tenantId, row.nameKey), within(row, row.processId, () => processes)]
);
