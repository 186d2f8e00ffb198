import { and, eq, inArray } from 'drizzle-orm';
import { adopt, mayMove } from '#domain/goals/version-state.ts';
import type { effectOnVersion } from '#domain/resolutions/outcome.ts';
import { invariant, ok, refuse, type Result } from '#domain/result.ts';
import type { ExactText, StopView } from '#protocol/paper-views.ts';
import { holdVersion, type GoalVersion } from '../db/repositories/goals.ts';
import type { Paper } from '../db/repositories/papers.ts';
import { goalVersions } from '../db/schema/goals.ts';
import type { Context } from './context.ts';
import { followResolvedWords } from './follow-resolved-words.ts';
import { isUniqueViolation } from './unique-violation.ts';

/** A stop with the words that it resolved. */
type Deciding = StopView & { wording: ExactText };

/**
 * Lets the proposed version follow the decision: adopted, with the one adopted for the same time before superseded, or
 * rejected. Where two bodies' decisions on the same time arrive at once, the database lets one of them through.
 */
export async function applyDecision(
	ctx: Context,
	paper: Paper,
	stop: Deciding,
	effect: ReturnType<typeof effectOnVersion>
): Promise<Result<void>> {
	if (effect === 'none' || !paper.versionId) return ok();
	const { tx, tenantId } = ctx;
	const version = await holdVersion(tx, tenantId, paper.versionId);
	invariant(version, 'a paper proposes a version of its organisation');
	if (effect === 'rejects') return reject(ctx, version);
	const others = await tx
		.select()
		.from(goalVersions)
		.where(and(eq(goalVersions.tenantId, tenantId), eq(goalVersions.goalSystemId, version.goalSystemId)));
	const decided = adopt(version, others, effect);
	if (!decided.ok) return decided;
	await followResolvedWords(ctx, version.id, stop);
	if (decided.value.superseded.length > 0)
		await tx
			.update(goalVersions)
			.set({ state: 'superseded' })
			.where(and(eq(goalVersions.tenantId, tenantId), inArray(goalVersions.id, decided.value.superseded)));
	// Noon in Europe lies on the same day everywhere the paper is read.
	const adoptedAt = new Date(`${stop.meetingDate}T11:00:00Z`);
	try {
		await setState(ctx, version, { state: 'adopted', adoptedBy: stop.id, adoptedAt });
	} catch (error) {
		if (isUniqueViolation(error)) return refuse({ code: 'thing.changed-meanwhile', kind: 'goal-version' });
		throw error;
	}
	return ok();
}

async function reject(ctx: Context, version: GoalVersion): Promise<Result<void>> {
	const movable = mayMove(version.state, 'rejected');
	if (movable.ok) await setState(ctx, version, { state: 'rejected' });
	return movable;
}

async function setState(
	{ tx, tenantId }: Context,
	{ id, lockVersion }: GoalVersion,
	change: Partial<Pick<GoalVersion, 'state' | 'adoptedBy' | 'adoptedAt'>>
): Promise<void> {
	await tx
		.update(goalVersions)
		.set({ ...change, lockVersion: lockVersion + 1 })
		.where(and(eq(goalVersions.tenantId, tenantId), eq(goalVersions.id, id)));
}
