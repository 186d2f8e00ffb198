import { and, eq } from 'drizzle-orm';
import { mayEdit } from '#domain/goals/version-state.ts';
import { ok, refuse, type Result } from '#domain/result.ts';
import { holdVersion, type GoalVersion } from '../db/repositories/goals.ts';
import { goalVersions } from '../db/schema/goals.ts';
import type { Context } from './context.ts';

/**
 * A draft that the command is about to change, held and counted on: it must still be a draft and, where the person says
 * which state she saw, that one.
 */
export async function holdDraft(ctx: Context, versionId: string, seen?: number): Promise<Result<GoalVersion>> {
	const { tx, tenantId } = ctx;
	const version = await holdVersion(tx, tenantId, versionId);
	if (!version) return refuse({ code: 'thing.not-found', kind: 'goal-version' });
	const editable = mayEdit(version);
	if (!editable.ok) return editable;
	if (seen !== undefined && seen !== version.lockVersion)
		return refuse({ code: 'thing.changed-meanwhile', kind: 'goal-version' });
	const lockVersion = version.lockVersion + 1;
	await tx
		.update(goalVersions)
		.set({ lockVersion })
		.where(and(eq(goalVersions.tenantId, tenantId), eq(goalVersions.id, versionId)));
	return ok({ ...version, lockVersion });
}
