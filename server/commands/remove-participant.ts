import { listCompanions } from '../db/repositories/companions.ts';
import * as v from 'valibot';
import { ok } from '#domain/result.ts';
import { leaves } from './attendance.ts';
import { defineCommand } from './command.ts';
import { changeParticipant } from './participant-changes.ts';
import { placeOfSession } from './session-places.ts';

/**
 * Takes somebody out of the session: screens and sockets close at once, and the way back is shut. Her cards stay. Who
 * takes part on her device has no other and goes with her. */
export const removeParticipant = defineCommand({
	name: 'remove-participant',
	right: 'session.lead',
	input: v.object({ sessionId: v.pipe(v.string(), v.uuid()), participantId: v.pipe(v.string(), v.uuid()) }),
	place: placeOfSession,
	async run(ctx, place) {
		const beside = await listCompanions(ctx.tx, ctx.tenantId, place.participantId);
		for (const { participantId } of [place, ...beside]) {
			const gone = { sessionId: place.sessionId, participantId };
			const removed = await changeParticipant(ctx, gone, { removedAt: ctx.now, readyStepId: null, handRaisedAt: null });
			if (!removed.ok) return removed;
			await leaves(ctx, gone);
			ctx.announce({ kind: 'access.changed', personId: removed.value.personId });
		}
		return ok({ participantId: place.participantId });
	},
	audit: ({ sessionId }, { participantId }) => ({ entity: 'session', entityId: sessionId, facts: { participantId } })
});
