import * as v from 'valibot';
import { ok } from '#domain/result.ts';
import { leaves } from './attendance.ts';
import { defineCommand } from './command.ts';
import { changeParticipant } from './participant-changes.ts';
import { placeOfSession } from './session-places.ts';

/** Takes somebody out of the session: screens and sockets close at once, and the way back is shut. Her cards stay. */
export const removeParticipant = defineCommand({
	name: 'remove-participant',
	right: 'session.lead',
	input: v.object({ sessionId: v.pipe(v.string(), v.uuid()), participantId: v.pipe(v.string(), v.uuid()) }),
	place: placeOfSession,
	async run(ctx, place) {
		const removed = await changeParticipant(ctx, place, { removedAt: ctx.now, readyStepId: null, handRaisedAt: null });
		if (!removed.ok) return removed;
		await leaves(ctx, place);
		ctx.announce({ kind: 'access.changed', personId: removed.value.personId });
		return ok({ participantId: place.participantId });
	},
	audit: ({ sessionId }, { participantId }) => ({ entity: 'session', entityId: sessionId, facts: { participantId } })
});
