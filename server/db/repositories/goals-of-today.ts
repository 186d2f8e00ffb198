import { and, desc, eq } from 'drizzle-orm';
import { compareNumbers } from '#domain/goals/numbering.ts';
import type { LinkedView } from '#protocol/linked-views.ts';
import type { Database } from '../database.ts';
import { goalRevisions, goalVersions } from '../schema/goals.ts';
import { textVersions } from '../schema/processes.ts';

/** Every goal of an organisation as it holds today: in the adopted version that has it, else in the newest. */
export async function listGoalsOfToday(
	db: Database,
	tenantId: string
): Promise<Extract<LinkedView, { kind: 'goal' }>[]> {
	const rows = await db
		.select({
			ref: goalRevisions.itemId,
			number: goalRevisions.number,
			words: textVersions.plain,
			state: goalVersions.state
		})
		.from(goalRevisions)
		.innerJoin(
			goalVersions,
			and(eq(goalVersions.tenantId, goalRevisions.tenantId), eq(goalVersions.id, goalRevisions.versionId))
		)
		.innerJoin(
			textVersions,
			and(eq(textVersions.tenantId, goalRevisions.tenantId), eq(textVersions.id, goalRevisions.textVersionId))
		)
		.where(eq(goalRevisions.tenantId, tenantId))
		.orderBy(desc(goalVersions.id));
	const today = new Map<string, (typeof rows)[number]>();
	for (const row of rows) {
		const known = today.get(row.ref);
		if (!known || (row.state === 'adopted' && known.state !== 'adopted')) today.set(row.ref, row);
	}
	return [...today.values()]
		.map((row) => ({ kind: 'goal' as const, ...row }))
		.sort((a, b) => compareNumbers(a.number, b.number));
}
