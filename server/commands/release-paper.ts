import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { checkRelease } from '#domain/goals/release.ts';
import { mayMove } from '#domain/goals/version-state.ts';
import { mayRelease } from '#domain/papers/paper-release.ts';
import { mayMovePaper } from '#domain/papers/paper-state.ts';
import { invariant, ok, refuse, type Result } from '#domain/result.ts';
import { docToPlain } from '#domain/texts/doc.ts';
import type { ExactText } from '#protocol/paper-views.ts';
import { holdVersion, readVersion } from '../db/repositories/goals.ts';
import { countOthersOnTheirWay, holdPaper, latestExactText, listStops, type Paper } from '../db/repositories/papers.ts';
import { holdText } from '../db/repositories/texts.ts';
import { goalVersions } from '../db/schema/goals.ts';
import { papers } from '../db/schema/papers.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { freezeBody } from './freeze-body.ts';
import { draftOf, releaseItems } from './paper-lacks.ts';
import { placeOfPaper } from './paper-places.ts';

/**
 * Releases a paper into consultation: the exact words of its proposal are kept, the version it proposes is closed for
 * changes, and from now on only outcomes are recorded. What is missing stops it.
 */
export const releasePaper = defineCommand({
	name: 'release-paper',
	right: 'paper.release',
	input: v.object({
		paperId: v.pipe(v.string(), v.uuid()),
		/** Why counts that differ from the scheme are accepted. */
		reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000)), '')
	}),
	place: placeOfPaper,
	async run(ctx, { paperId, reason }) {
		const { tx, tenantId, now: releasedAt } = ctx;
		const paper = await holdPaper(tx, tenantId, paperId);
		invariant(paper, 'the place is a paper');
		const movable = mayMovePaper(paper.state, 'released');
		if (!movable.ok) return movable;
		const proposal = await freezeProposal(ctx, paper.proposalTextId);
		if (!proposal.ok) return proposal;
		const stops = await listStops(tx, tenantId, paperId);
		const complete = mayRelease(draftOf({ ...paper, stops }, docToPlain(proposal.value.doc)));
		if (!complete.ok) return complete;
		const overridden = await releaseVersion(ctx, paper, reason);
		if (!overridden.ok) return overridden;
		await tx
			.update(papers)
			.set({
				state: 'released',
				proposalVersionId: proposal.value.id,
				releasedAt,
				releaseReason: overridden.value > 0 ? reason : null,
				rev: paper.rev + 1
			})
			.where(and(eq(papers.tenantId, tenantId), eq(papers.id, paperId)));
		return ok({ paperId, sha256: proposal.value.sha256, stops: stops.length, overridden: overridden.value });
	},
	audit: (_, { paperId, sha256, stops, overridden }) => ({
		entity: 'paper',
		entityId: paperId,
		facts: { sha256, stops, overridden }
	})
});

/** The exact words of the proposal; if somebody has closed the text before, its last version. */
async function freezeProposal(ctx: Context, textId: string): Promise<Result<ExactText>> {
	const text = await holdText(ctx.tx, ctx.tenantId, textId);
	invariant(text, 'a paper has a text');
	if (text.state === 'open') {
		const frozen = await freezeBody(ctx, text, false);
		if (!frozen.ok) return frozen;
	}
	const exact = await latestExactText(ctx.tx, ctx.tenantId, textId);
	return exact ? ok(exact) : refuse({ code: 'text.empty' });
}

/**
 * Closes the proposed version for changes; the answer counts what was accepted with a reason. A version whose last paper
 * was withdrawn is closed already and may come again, unless another paper is on its way with it.
 */
async function releaseVersion(ctx: Context, paper: Paper, reason: string): Promise<Result<number>> {
	const { tx, tenantId } = ctx;
	if (!paper.versionId) return ok(0);
	const held = await holdVersion(tx, tenantId, paper.versionId);
	const version = held && (await readVersion(tx, tenantId, held.id));
	invariant(version, 'a paper proposes a version of its organisation');
	const comesAgain = version.state === 'released' && (await countOthersOnTheirWay(tx, paper)) === 0;
	if (!comesAgain) {
		const movable = mayMove(version.state, 'released');
		if (!movable.ok) return movable;
	}
	const complete = checkRelease(version.scheme, releaseItems(version.goals), reason);
	if (!complete.ok) return complete;
	await tx
		.update(goalVersions)
		.set({ state: 'released', lockVersion: version.lockVersion + 1 })
		.where(and(eq(goalVersions.tenantId, tenantId), eq(goalVersions.id, version.id)));
	return ok(complete.value.length);
}
