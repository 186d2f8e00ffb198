import * as v from 'valibot';
import { invariant, ok } from '#domain/result.ts';
import { closeToPublic as mayClose } from '#domain/sessions/non-public.ts';
import { holdSession } from '../db/repositories/sessions.ts';
import { defineCommand } from './command.ts';
import { beginPart } from './non-public-parts.ts';
import { placeOfSession } from './session-places.ts';

/**
 * Closes a session to the public (nichtöffentlich): guests and projector see a neutral slide from now on and nothing else, and everything
 * made until it is public again belongs to the non-public part. A session that is closed already stays so.
 */
export const closeToPublic = defineCommand({
	name: 'close-to-public',
	right: 'session.lead',
	input: v.object({ sessionId: v.pipe(v.string(), v.uuid()) }),
	place: placeOfSession,
	async run(ctx, { sessionId }) {
		const session = await holdSession(ctx.tx, ctx.tenantId, sessionId);
		invariant(session, 'the place is a session');
		const closing = mayClose({ state: session.state, partId: session.nonPublicPartId });
		if (!closing.ok) return closing;
		return ok({ partId: closing.value.changes ? await beginPart(ctx, session) : session.nonPublicPartId });
	},
	audit: ({ sessionId }, { partId }) => ({ entity: 'session', entityId: sessionId, facts: { partId } })
});
