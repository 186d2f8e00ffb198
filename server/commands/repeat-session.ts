import * as v from 'valibot';
import { invariant } from '#domain/result.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';
import { planOfSession, takeUp } from './session-plans.ts';
import { setUpSession } from './set-up-session.ts';

/**
 * Makes a new session in the same process with the agenda and the scaffold of another one, ended or not. What participants wrote and
 * how they voted stays where it was. Whoever makes it leads it.
 */
export const repeatSession = defineCommand({
	name: 'repeat-session',
	right: 'session.create',
	input: v.object({
		sessionId: v.pipe(v.string(), v.uuid()),
		/** Left out: the title it had. */
		title: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)))
	}),
	place: placeOfSession,
	async run(ctx, { sessionId, title }) {
		const before = await findSession(ctx.tx, ctx.tenantId, sessionId);
		invariant(before, 'the place is a session');
		const { processId, bodyId, question } = before;
		const plan = takeUp(await planOfSession(ctx, before));
		return setUpSession(ctx, { processId, bodyId, title: title ?? before.title, question, ...plan });
	},
	audit: ({ sessionId }, { sessionId: entityId, boardId }) => ({
		entity: 'session',
		entityId,
		facts: { repeats: sessionId, boardId }
	})
});
