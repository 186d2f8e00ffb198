import { and, eq, exists } from 'drizzle-orm';
import { freeze } from '#domain/texts/text-version.ts';
import { plainToDoc } from '#domain/texts/doc.ts';
import { blackened } from '#domain/sessions/blackened.ts';
import { agreements, roundOptions, rounds } from '../db/schema/consensus.ts';
import { textVersions } from '../db/schema/processes.ts';
import { candidates } from '../db/schema/sessions.ts';
import { sha256 } from '../ids.ts';
import type { Context } from './context.ts';

/**
 * Takes the words of a card out of the candidates of a board: as one of the cards that a candidate came from always, as the candidate's
 * own words as long as nothing was decided with them. A decided text is proof and stays.
 */
export async function blackenCandidates(ctx: Context, boardId: string, elementId: string): Promise<void> {
	const { tx, tenantId } = ctx;
	const onBoard = await tx
		.select()
		.from(candidates)
		.where(and(eq(candidates.tenantId, tenantId), eq(candidates.boardId, boardId)));
	for (const { id, sources, ...candidate } of onBoard) {
		if (sources.some((source) => source.elementId === elementId))
			await tx
				.update(candidates)
				.set({ sources: sources.map((one) => (one.elementId === elementId ? { ...one, text: blackened } : one)) })
				.where(and(eq(candidates.tenantId, tenantId), eq(candidates.id, id)));
		if (candidate.elementId === elementId && !(await isDecided(ctx, id)))
			await blackenWords(ctx, id, candidate.textVersionId);
	}
}

/** Whether a vote over a candidate was closed, or the group has agreed on it. */
async function isDecided({ tx, tenantId }: Context, candidateId: string): Promise<boolean> {
	const closed = tx
		.select({ id: rounds.id })
		.from(rounds)
		.where(and(eq(rounds.tenantId, tenantId), eq(rounds.id, roundOptions.roundId), eq(rounds.state, 'closed')));
	const [voted] = await tx
		.select({ id: roundOptions.id })
		.from(roundOptions)
		.where(and(eq(roundOptions.tenantId, tenantId), eq(roundOptions.candidateId, candidateId), exists(closed)));
	const [agreed] = await tx
		.select({ id: agreements.id })
		.from(agreements)
		.where(and(eq(agreements.tenantId, tenantId), eq(agreements.candidateId, candidateId)));
	return voted !== undefined || agreed !== undefined;
}

async function blackenWords({ tx, tenantId }: Context, candidateId: string, textVersionId: string): Promise<void> {
	await tx
		.update(textVersions)
		.set(freeze(plainToDoc(blackened), sha256))
		.where(and(eq(textVersions.tenantId, tenantId), eq(textVersions.id, textVersionId)));
	await tx
		.update(roundOptions)
		.set({ label: blackened })
		.where(and(eq(roundOptions.tenantId, tenantId), eq(roundOptions.candidateId, candidateId)));
}
