import * as v from 'valibot';
import { ok } from '#domain/result.ts';
import { defineCommand } from './command.ts';
import { changeParticipant } from './participant-changes.ts';
import { placeOfSession } from './session-places.ts';

/**
 * Lets somebody write no further in a session, or again. She stays in it, sees what happens, asks to speak and votes; what she has
 * written stays.
 */
export const muteParticipant = defineCommand({
	name: 'mute-participant',
	right: 'session.lead',
	input: v.object({
		sessionId: v.pipe(v.string(), v.uuid()),
		participantId: v.pipe(v.string(), v.uuid()),
		muted: v.boolean()
	}),
	place: placeOfSession,
	async run(ctx, { muted, ...place }) {
		const changed = await changeParticipant(ctx, place, { mutedAt: muted ? ctx.now : null });
		if (!changed.ok) return changed;
		ctx.announce({ kind: 'access.changed', personId: changed.value.personId });
		return ok({ participantId: place.participantId });
	},
	audit: ({ sessionId, participantId, muted }) => ({
		entity: 'session',
		entityId: sessionId,
		facts: { participantId, muted }
	})
});
