import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { participants } from '../db/schema/sessions.ts';
import { defineCommand } from './command.ts';
import { changeParticipant } from './participant-changes.ts';
import { placeOfSession } from './session-places.ts';

const uuid = v.pipe(v.string(), v.uuid());

/** Asks to speak, or not any more. Whoever asks twice keeps her place in the queue, also over a change of the step. */
export const raiseHand = defineCommand({
	name: 'raise-hand',
	right: 'session.take-part',
	input: v.object({ sessionId: uuid, raised: v.boolean() }),
	place: placeOfSession,
	async run(ctx, { sessionId, raised }) {
		const { tx, tenantId, personId, now } = ctx;
		const session = await findSession(tx, tenantId, sessionId);
		invariant(session && personId, 'the place is a session and its right needs a person');
		if (session.state === 'ended') return refuse({ code: 'session.closed' });
		await tx
			.update(participants)
			.set({ handRaisedAt: raised ? sql`coalesce(${participants.handRaisedAt}, ${now.toISOString()})` : null })
			.where(
				and(
					eq(participants.tenantId, tenantId),
					eq(participants.sessionId, sessionId),
					eq(participants.personId, personId)
				)
			);
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ raised });
	},
	audit: ({ sessionId, raised }) => ({ entity: 'session', entityId: sessionId, facts: { raised } })
});

/** Somebody has had her say: the facilitator takes her out of the queue. */
export const lowerHand = defineCommand({
	name: 'lower-hand',
	right: 'session.lead',
	input: v.object({ sessionId: uuid, participantId: uuid }),
	place: placeOfSession,
	async run(ctx, place) {
		const lowered = await changeParticipant(ctx, place, { handRaisedAt: null });
		return lowered.ok ? ok({ participantId: place.participantId }) : lowered;
	},
	audit: ({ sessionId }, { participantId }) => ({ entity: 'session', entityId: sessionId, facts: { participantId } })
});
