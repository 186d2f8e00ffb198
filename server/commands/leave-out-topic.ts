import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { readSynthesis } from '../db/repositories/synthesis.ts';
import { topics } from '../db/schema/synthesis.ts';
import { placeOfTopic } from './action-spaces.ts';
import { defineCommand } from './command.ts';

/** Leaves a topic out of the synthesis, deliberately and with a reason that its group can read; without a reason it is taken up again. */
export const leaveOutTopic = defineCommand({
	name: 'leave-out-topic',
	right: 'synthesis.write',
	input: v.object({
		topicId: v.pipe(v.string(), v.uuid()),
		reason: v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(500)))
	}),
	place: placeOfTopic,
	async run(ctx, { topicId, reason }) {
		const { tx, tenantId, personId } = ctx;
		const { processId } = ctx.place;
		invariant(personId && processId, 'a person leaves a topic out of a process');
		if (reason === '') return refuse({ code: 'synthesis.reason-missing' });
		const { topics: present } = await readSynthesis(tx, tenantId, processId);
		const topic = present.find(({ id }) => id === topicId);
		invariant(topic, 'the place is a topic');
		if (reason !== null && topic.placedIn.length > 0)
			return refuse({ code: 'synthesis.topic-placed', title: topic.title });
		await tx
			.update(topics)
			.set({ leftOutReason: reason, leftOutBy: reason === null ? null : personId })
			.where(and(eq(topics.tenantId, tenantId), eq(topics.id, topicId)));
		ctx.announce({ kind: 'process.changed', processId });
		return ok({ topicId });
	},
	audit: ({ topicId, reason }) => ({ entity: 'topic', entityId: topicId, facts: { leftOut: reason !== null } })
});
