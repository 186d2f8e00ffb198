import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { topics } from '../db/schema/synthesis.ts';
import { defineCommand } from './command.ts';
import { placeOfProcess } from './process-places.ts';
import { topicsOfGroups } from './topics-of-groups.ts';

/**
 * Takes the topics of all groups into the synthesis, each as it stands now with its cards, weight and dissent. Done again, it
 * brings what has changed up to date and leaves where the topics lie; nothing that was taken is lost.
 */
export const takeTopics = defineCommand({
	name: 'take-topics',
	right: 'synthesis.write',
	input: v.object({ processId: v.pipe(v.string(), v.uuid()) }),
	place: placeOfProcess,
	async run(ctx, { processId }) {
		const { tx, tenantId, now } = ctx;
		const found = await topicsOfGroups(ctx, processId);
		if (found.length === 0) return refuse({ code: 'synthesis.nothing-to-take' });
		const rows = found.map((topic) => ({
			tenantId,
			id: ctx.newId(),
			processId,
			takenAt: now,
			createdAt: now,
			...topic
		}));
		const { tenantId: tenant, processId: process, boardId, elementId } = topics;
		await tx
			.insert(topics)
			.values(rows)
			.onConflictDoUpdate({
				target: [tenant, process, boardId, elementId],
				set: {
					title: sql`excluded.title`,
					cards: sql`excluded.cards`,
					dots: sql`excluded.dots`,
					voters: sql`excluded.voters`,
					cast: sql`excluded.cast`,
					contested: sql`excluded.contested`,
					takenAt: now
				}
			});
		ctx.announce({ kind: 'process.changed', processId });
		return ok({ processId, topics: rows.length });
	},
	audit: ({ processId }, { topics: count }) => ({ entity: 'process', entityId: processId, facts: { topics: count } })
});
