import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { checkLink, type Link } from '#domain/goals/placement.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { listPlacements } from '../db/repositories/goals.ts';
import { goalLinks, goalRevisions } from '../db/schema/goals.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { holdDraft } from './drafts.ts';
import { id, lockVersion, office, year } from './goal-input.ts';
import { placeOfVersion } from './goal-places.ts';

/**
 * Changes what a draft says around the words of a goal: who is responsible, until when it holds, what it contributes to.
 * What is left out stays; null takes it away. The words themselves are agreed and do not change here.
 */
export const editGoal = defineCommand({
	name: 'edit-goal',
	right: 'goal.edit',
	input: v.object({
		versionId: id,
		itemId: id,
		leadOffice: v.optional(v.nullable(office)),
		horizonYear: v.optional(v.nullable(year)),
		/** The goals of the same version that this one contributes to, all of them. */
		contributesTo: v.optional(v.pipe(v.array(id), v.maxLength(200))),
		lockVersion
	}),
	place: placeOfVersion,
	async run(ctx, { versionId, itemId, leadOffice, horizonYear, contributesTo, lockVersion: seen }) {
		const { tx, tenantId } = ctx;
		const draft = await holdDraft(ctx, versionId, seen);
		if (!draft.ok) return draft;
		const [changed] = await tx
			.update(goalRevisions)
			.set({ itemId, leadOffice, horizonYear })
			.where(
				and(
					eq(goalRevisions.tenantId, tenantId),
					eq(goalRevisions.versionId, versionId),
					eq(goalRevisions.itemId, itemId)
				)
			)
			.returning({ id: goalRevisions.id });
		if (!changed) return refuse({ code: 'thing.not-found', kind: 'goal' });
		if (contributesTo) {
			const linked = await replaceLinks(ctx, versionId, itemId, [...new Set(contributesTo)]);
			if (!linked.ok) return linked;
		}
		return ok({ itemId, revisionId: changed.id, lockVersion: draft.value.lockVersion });
	},
	audit: ({ versionId }, { itemId, revisionId }) => ({
		entity: 'goal',
		entityId: itemId,
		facts: { versionId, revisionId }
	})
});

async function replaceLinks(
	{ tx, tenantId, newId, now: createdAt }: Context,
	versionId: string,
	fromItemId: string,
	targets: readonly string[]
): Promise<Result<void>> {
	const kind = 'contributes-to' as const;
	const items = await listPlacements(tx, tenantId, versionId);
	const links: Link[] = [];
	for (const toItemId of targets) {
		const link = { fromItemId, toItemId, kind };
		const fits = checkLink(items, links, link);
		if (!fits.ok) return fits;
		links.push(link);
	}
	await tx
		.delete(goalLinks)
		.where(
			and(
				eq(goalLinks.tenantId, tenantId),
				eq(goalLinks.versionId, versionId),
				eq(goalLinks.fromItemId, fromItemId),
				eq(goalLinks.kind, kind)
			)
		);
	const rows = links.map((link) => ({ tenantId, id: newId(), versionId, createdAt, ...link }));
	if (rows.length > 0) await tx.insert(goalLinks).values(rows);
	return ok();
}
