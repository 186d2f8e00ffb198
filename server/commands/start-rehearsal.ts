import { and, desc, eq, ne } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { liveSessions } from '../db/schema/sessions.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';
import { planOfSession, takeUp } from './session-plans.ts';
import { setUpSession } from './set-up-session.ts';

const word = { de: 'Probelauf', en: 'Rehearsal' };

/**
 * Makes a copy of a session in which its facilitator rehearses: agenda and scaffold, nothing that anybody wrote. One that she has not
 * ended yet is taken up again. Nothing of a rehearsal counts, and after two days it is gone.
 */
export const startRehearsal = defineCommand({
	name: 'start-rehearsal',
	right: 'session.lead',
	input: v.object({
		sessionId: v.pipe(v.string(), v.uuid()),
		language: v.optional(v.picklist(['de', 'en']), 'de')
	}),
	place: placeOfSession,
	async run(ctx, { sessionId, language }) {
		const { tx, tenantId, personId } = ctx;
		const session = await findSession(tx, tenantId, sessionId);
		invariant(session && personId, 'the place is a session and its right needs a person');
		if (session.rehearsalOf) return refuse({ code: 'rehearsal.of-rehearsal' });
		const [open] = await tx
			.select({ sessionId: liveSessions.id, boardId: liveSessions.boardId })
			.from(liveSessions)
			.where(
				and(
					eq(liveSessions.tenantId, tenantId),
					eq(liveSessions.rehearsalOf, sessionId),
					eq(liveSessions.createdBy, personId),
					ne(liveSessions.state, 'ended')
				)
			)
			.orderBy(desc(liveSessions.id));
		if (open) return ok(open);
		const { processId, bodyId, question } = session;
		const title = `${word[language]}: ${session.title}`.slice(0, 120);
		const plan = takeUp(await planOfSession(ctx, session));
		return setUpSession(ctx, { processId, bodyId, title, question, rehearsalOf: sessionId, ...plan });
	},
	audit: ({ sessionId }, { sessionId: entityId }) => ({ entity: 'session', entityId, facts: { rehearses: sessionId } })
});
