import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { participants } from '../db/schema/sessions.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

/** Says that somebody is done with the current step, or not after all. The next step starts with nobody ready. */
export const setReady = defineCommand({
	name: 'set-ready',
	right: 'session.take-part',
	input: v.object({ sessionId: v.pipe(v.string(), v.uuid()), ready: v.boolean() }),
	place: placeOfSession,
	async run(ctx, { sessionId, ready }) {
		const { tx, tenantId } = ctx;
		const session = await findSession(tx, tenantId, sessionId);
		invariant(session && ctx.personId, 'the place is a session and its right needs a person');
		if (!session.currentStepId) return refuse({ code: 'session.not-started' });
		await tx
			.update(participants)
			.set({ readyStepId: ready ? session.currentStepId : null })
			.where(
				and(
					eq(participants.tenantId, tenantId),
					eq(participants.sessionId, sessionId),
					eq(participants.personId, ctx.personId)
				)
			);
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ ready });
	},
	audit: ({ sessionId, ready }) => ({ entity: 'session', entityId: sessionId, facts: { ready } })
});
