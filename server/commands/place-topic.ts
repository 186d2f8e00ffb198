import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok } from '#domain/result.ts';
import { topicPlacements, topics } from '../db/schema/synthesis.ts';
import { actionSpaceHere, placeOfTopic } from './action-spaces.ts';
import { defineCommand } from './command.ts';

/** Lays a topic into an action space, or takes it out there; it may lie in several. A topic that was left out is taken up with it. */
export const placeTopic = defineCommand({
	name: 'place-topic',
	right: 'synthesis.write',
	input: v.object({
		topicId: v.pipe(v.string(), v.uuid()),
		actionSpaceId: v.pipe(v.string(), v.uuid()),
		placed: v.boolean()
	}),
	place: placeOfTopic,
	async run(ctx, { topicId, actionSpaceId, placed }) {
		const { tx, tenantId, personId, now: createdAt } = ctx;
		const space = await actionSpaceHere(ctx, actionSpaceId);
		if (!space.ok) return space;
		const { processId } = ctx.place;
		invariant(personId && processId, 'a person places a topic in a process');
		if (placed) {
			await tx
				.insert(topicPlacements)
				.values({ tenantId, topicId, actionSpaceId, placedBy: personId, createdAt })
				.onConflictDoNothing();
			await tx
				.update(topics)
				.set({ leftOutReason: null, leftOutBy: null })
				.where(and(eq(topics.tenantId, tenantId), eq(topics.id, topicId)));
		} else
			await tx
				.delete(topicPlacements)
				.where(
					and(
						eq(topicPlacements.tenantId, tenantId),
						eq(topicPlacements.topicId, topicId),
						eq(topicPlacements.actionSpaceId, actionSpaceId)
					)
				);
		ctx.announce({ kind: 'process.changed', processId });
		return ok({ topicId, actionSpaceId, placed });
	},
	audit: ({ topicId, actionSpaceId, placed }) => ({
		entity: 'topic',
		entityId: topicId,
		facts: { actionSpaceId, placed }
	})
});
