import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { readSynthesis } from '../db/repositories/synthesis.ts';
import { processes } from '../db/schema/processes.ts';
import { strategyCards } from '../db/schema/synthesis.ts';
import { defineCommand } from './command.ts';
import { beginText } from './create-text.ts';
import { placeOfProcess } from './process-places.ts';
import { strategyCardText } from './strategy-card-text.ts';

/**
 * Makes a strategy card for each action space that has none yet, once every topic has been decided on. The card is a text that people
 * write together; ideas and sources stay linked to the topics they came from.
 */
export const createStrategyCards = defineCommand({
	name: 'create-strategy-cards',
	right: 'process.manage',
	input: v.object({
		processId: v.pipe(v.string(), v.uuid()),
		language: v.optional(v.picklist(['de', 'en']), 'de')
	}),
	place: placeOfProcess,
	async run(ctx, { processId, language }) {
		const { tx, tenantId, now: createdAt } = ctx;
		await tx
			.select({ id: processes.id })
			.from(processes)
			.where(and(eq(processes.tenantId, tenantId), eq(processes.id, processId)))
			.for('update');
		const { spaces, open } = await readSynthesis(tx, tenantId, processId);
		if (spaces.length === 0) return refuse({ code: 'synthesis.no-action-spaces' });
		if (open > 0) return refuse({ code: 'synthesis.topics-open', count: open });
		const lacking = spaces.filter(({ cardId }) => cardId === null);
		for (const { id: actionSpaceId, title, definition } of lacking) {
			const textId = await beginText(ctx, { title, kind: 'strategy-card' }, strategyCardText(definition, language));
			await tx.insert(strategyCards).values({ tenantId, id: ctx.newId(), processId, actionSpaceId, textId, createdAt });
		}
		ctx.announce({ kind: 'process.changed', processId });
		return ok({ processId, made: lacking.length });
	},
	audit: ({ processId }, { made }) => ({ entity: 'process', entityId: processId, facts: { strategyCards: made } })
});
