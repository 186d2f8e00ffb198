import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok } from '#domain/result.ts';
import { reopenToPublic as mayReopen } from '#domain/sessions/non-public.ts';
import { holdSession } from '../db/repositories/sessions.ts';
import { rounds } from '../db/schema/consensus.ts';
import { defineCommand } from './command.ts';
import { endPart } from './non-public-parts.ts';
import { placeOfSession } from './session-places.ts';

/** Makes a session public again. Guests and projector come back to where it is; what was made meanwhile stays with those who were inside. */
export const reopenToPublic = defineCommand({
	name: 'reopen-to-public',
	right: 'session.lead',
	input: v.object({ sessionId: v.pipe(v.string(), v.uuid()) }),
	place: placeOfSession,
	async run(ctx, { sessionId }) {
		const { tx, tenantId } = ctx;
		const session = await holdSession(tx, tenantId, sessionId);
		invariant(session, 'the place is a session');
		const open = await tx
			.select({ partId: rounds.nonPublicPartId })
			.from(rounds)
			.where(and(eq(rounds.tenantId, tenantId), eq(rounds.sessionId, sessionId), eq(rounds.state, 'open')));
		const reopening = mayReopen(
			{ state: session.state, partId: session.nonPublicPartId },
			open.map(({ partId }) => partId)
		);
		if (!reopening.ok) return reopening;
		if (reopening.value.changes) await endPart(ctx, session);
		return ok({ partId: session.nonPublicPartId });
	},
	audit: ({ sessionId }, { partId }) => ({ entity: 'session', entityId: sessionId, facts: { partId } })
});
