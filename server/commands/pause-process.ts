import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { isDay } from '#domain/day.ts';
import { dayIn } from '#domain/house-time.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { boardDocuments, formatDocumentName } from '#protocol/document-names.ts';
import { findGoingOn, findPause, holdProcess, listOpenThings } from '../db/repositories/pauses.ts';
import { zoneOfTenant } from '../db/repositories/tenants.ts';
import { processPauses } from '../db/schema/processes.ts';
import { restDocuments, wakeDocuments } from '../sync/rest.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { placeOfProcess } from './process-places.ts';

const processId = v.pipe(v.string(), v.uuid());

/**
 * Lets a process rest, as before an election. Everything of it can be read and nothing is changed until somebody goes on, its boards and
 * texts included. A session that is going on has to be ended first: nobody is cut off in the middle of a vote.
 */
export const pauseProcess = defineCommand({
	name: 'pause-process',
	right: 'process.pause',
	input: v.object({
		processId,
		reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
		/** The day on which it is looked at again. */
		lookAgainOn: v.optional(v.nullable(v.pipe(v.string(), v.check(isDay))), null)
	}),
	place: placeOfProcess,
	async run(ctx, { processId, reason, lookAgainOn }) {
		const { tx, tenantId, personId, now: createdAt } = ctx;
		invariant(personId, 'only a person lets a process rest');
		await holdProcess(tx, tenantId, processId);
		const earlier = await findPause(tx, { tenantId, processId });
		if (earlier) return refuse({ code: 'process.paused', since: earlier.since, reason: earlier.reason });
		const session = await findGoingOn(tx, tenantId, processId);
		if (session !== null) return refuse({ code: 'process.session-running', session });
		const [id, since] = [ctx.newId(), dayIn(await zoneOfTenant(tx, tenantId), createdAt)];
		await tx.insert(processPauses).values({
			...{ tenantId, id, processId, since, reason, lookAgainOn, pausedBy: personId, createdAt }
		});
		await restDocuments(tx, await tellScreens(ctx, processId));
		return ok({ pauseId: id });
	},
	audit: ({ processId, lookAgainOn }, { pauseId }) => ({
		entity: 'process',
		entityId: processId,
		facts: { pauseId, lookAgainOn: lookAgainOn ?? null }
	})
});

/** Lets a process that rests go on, as it stood. */
export const continueProcess = defineCommand({
	name: 'continue-process',
	right: 'process.pause',
	input: v.object({ processId }),
	place: placeOfProcess,
	async run(ctx, { processId }) {
		const { tx, tenantId, personId: endedBy, now: endedAt } = ctx;
		await holdProcess(tx, tenantId, processId);
		const pause = await findPause(tx, { tenantId, processId });
		if (!pause) return refuse({ code: 'process.not-paused' });
		await tx
			.update(processPauses)
			.set({ endedAt, endedBy })
			.where(and(eq(processPauses.tenantId, tenantId), eq(processPauses.id, pause.id)));
		await wakeDocuments(tx, await tellScreens(ctx, processId));
		return ok({ pauseId: pause.id });
	},
	audit: ({ processId }, { pauseId }) => ({ entity: 'process', entityId: processId, facts: { pauseId } })
});

/** Tells everybody who has something of the process open that rights have changed; returns the names of its documents. */
async function tellScreens(ctx: Context, processId: string): Promise<string[]> {
	const { textIds, boardIds, sessionIds } = await listOpenThings(ctx.tx, ctx.tenantId, processId);
	const texts = textIds.map((id) => formatDocumentName({ kind: 'text', id }));
	for (const documentPrefix of [...texts, ...boardIds.map((id) => `board:${id}:`)])
		ctx.announce({ kind: 'access.changed', documentPrefix });
	for (const textId of textIds) ctx.announce({ kind: 'text.changed', textId });
	for (const sessionId of sessionIds) ctx.announce({ kind: 'session.changed', sessionId });
	ctx.announce({ kind: 'process.changed', processId });
	return [...texts, ...boardIds.flatMap((id) => Object.values(boardDocuments(id)))];
}
