import { pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { PlannedElement } from '#board/scaffold-plan.ts';
import type { AgendaEntry } from '#domain/sessions/session-template.ts';
import { json, owned, ownKey, within } from './columns.ts';
import { processes } from './processes.ts';

/** A session that an organisation keeps ready to run, beside those that ship. Nothing in it comes from participants. */
export const sessionTemplates = pgTable(
	'session_templates',
	{
		...owned(),
		/** The process in which it was made: who leads that may rename and remove it. */
		processId: uuid('process_id').notNull(),
		name: text().notNull(),
		/** The name without its capitals; no two of an organisation share it. */
		nameKey: text('name_key').notNull(),
		steps: json<readonly AgendaEntry[]>('steps').notNull(),
		scaffold: json<readonly PlannedElement[]>('scaffold').notNull(),
		createdBy: uuid('created_by').notNull()
	},
	(row) => [ownKey(row), uniqueIndex().on(row.tenantId, row.nameKey), within(row, row.processId, () => processes)]
);
