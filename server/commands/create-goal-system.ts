import * as v from 'valibot';
import type { LevelScheme } from '#domain/goals/level-scheme.ts';
import { schemeNamed, schemes } from '#domain/goals/schemes.ts';
import { ok, refuse } from '#domain/result.ts';
import { plainToDoc } from '#domain/texts/doc.ts';
import { freeze } from '#domain/texts/text-version.ts';
import { findProcess } from '../db/repositories/processes.ts';
import { goalItems, goalRevisions, goalSystems, goalVersions } from '../db/schema/goals.ts';
import { textVersions } from '../db/schema/processes.ts';
import { sha256 } from '../ids.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { placeOfOwnOrganisation } from './goal-places.ts';

const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));
/** A year or a day; both sort as text. */
const date = v.pipe(v.string(), v.trim(), v.regex(/^\d{4}(-\d{2}-\d{2})?$/));

/** Makes a goal system with its first version, a draft that already has the items that every version of the scheme has. */
export const createGoalSystem = defineCommand({
	name: 'create-goal-system',
	right: 'goal.edit',
	input: v.object({
		name: line,
		scheme: v.picklist(Object.keys(schemes) as (keyof typeof schemes)[]),
		label: line,
		periodType: v.picklist(['calendar-year', 'budget-year', 'term', 'horizon']),
		periodFrom: date,
		periodTo: date,
		processId: v.optional(v.pipe(v.string(), v.uuid()))
	}),
	place: placeOfOwnOrganisation,
	async run(ctx, { name, scheme: key, label, periodType, periodFrom, periodTo, processId }) {
		const { tx, tenantId, now: createdAt } = ctx;
		const scheme = schemeNamed(key);
		if (!scheme.ok) return scheme;
		if (periodFrom > periodTo)
			return refuse({ code: 'input.invalid', fields: [{ path: 'periodTo', problem: 'before periodFrom' }] });
		if (processId && !(await findProcess(tx, tenantId, processId)))
			return refuse({ code: 'thing.not-found', kind: 'process' });
		const [goalSystemId, versionId] = [ctx.newId(), ctx.newId()];
		await tx.insert(goalSystems).values({ tenantId, id: goalSystemId, name, processId, createdAt });
		await tx.insert(goalVersions).values({
			tenantId,
			id: versionId,
			goalSystemId,
			scheme: key,
			schemeVersion: scheme.value.version,
			label,
			periodType,
			periodFrom,
			periodTo,
			state: 'draft',
			createdAt
		});
		await writeFixedItems(ctx, scheme.value, goalSystemId, versionId);
		return ok({ goalSystemId, versionId });
	},
	audit: ({ scheme }, { goalSystemId, versionId }) => ({
		entity: 'goal-system',
		entityId: goalSystemId,
		facts: { scheme, versionId }
	})
});

/** The items that a scheme always has, such as the two perspectives of Berlin-Mitte. */
async function writeFixedItems(
	{ tx, tenantId, now: createdAt, newId }: Context,
	{ key, levels }: LevelScheme,
	goalSystemId: string,
	versionId: string
): Promise<void> {
	const file = `scheme ${key}`;
	for (const { key: levelKey, fixed = [] } of levels) {
		for (const { number, title } of fixed) {
			const [itemId, textVersionId] = [newId(), newId()];
			const text = { tenantId, id: textVersionId, kind: 'goal', createdAt, source: { from: 'import' as const, file } };
			await tx.insert(textVersions).values({ ...text, ...freeze(plainToDoc(title.de), sha256) });
			await tx.insert(goalItems).values({ tenantId, id: itemId, goalSystemId, createdAt });
			await tx.insert(goalRevisions).values({
				tenantId,
				id: newId(),
				versionId,
				itemId,
				levelKey,
				number,
				textVersionId,
				status: 'new',
				createdAt
			});
		}
	}
}
