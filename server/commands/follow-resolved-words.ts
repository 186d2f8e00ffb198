import { and, eq } from 'drizzle-orm';
import { invariant } from '#domain/result.ts';
import { plainToDoc } from '#domain/texts/doc.ts';
import { freeze } from '#domain/texts/text-version.ts';
import type { ExactText } from '#protocol/paper-views.ts';
import { readVersion } from '../db/repositories/goals.ts';
import { goalRevisions } from '../db/schema/goals.ts';
import { textVersions } from '../db/schema/processes.ts';
import { sha256 } from '../ids.ts';
import type { Context } from './context.ts';
import { changedGoals } from './proposal-text.ts';

/**
 * What was resolved is what holds: goals that the resolved words say differently get these words before the version is
 * adopted, as a text version that names the stop. Goals that the words do not mention stay; the paper's page shows them.
 */
export async function followResolvedWords(
	{ tx, tenantId, newId, personId: createdBy, now: createdAt }: Context,
	versionId: string,
	{ id: consultationId, wording }: { id: string; wording: ExactText }
): Promise<void> {
	const version = await readVersion(tx, tenantId, versionId);
	invariant(version, 'the version is held');
	for (const { goal, text, points } of changedGoals(version, wording.doc)) {
		const textVersionId = newId();
		await tx.insert(textVersions).values({
			tenantId,
			id: textVersionId,
			kind: 'goal',
			...freeze(plainToDoc(text), sha256),
			source: { from: 'consultation', consultationId },
			createdBy,
			createdAt
		});
		await tx
			.update(goalRevisions)
			.set({ textVersionId, points })
			.where(
				and(
					eq(goalRevisions.tenantId, tenantId),
					eq(goalRevisions.versionId, versionId),
					eq(goalRevisions.itemId, goal.itemId)
				)
			);
	}
}
