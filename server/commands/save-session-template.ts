import * as v from 'valibot';
import { invariant, ok } from '#domain/result.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { sessionTemplates } from '../db/schema/kept-templates.ts';
import { defineCommand } from './command.ts';
import { keepNamed, nameInput, ofSessions } from './kept-templates.ts';
import { placeOfSession } from './session-places.ts';
import { planOfSession } from './session-plans.ts';

/**
 * Keeps the agenda of a session and the scaffold of its board as a template of the organisation. It stays as it is, whatever becomes of
 * the session.
 */
export const saveSessionTemplate = defineCommand({
	name: 'save-session-template',
	right: 'session-template.keep',
	input: v.object({ sessionId: v.pipe(v.string(), v.uuid()), name: nameInput }),
	place: placeOfSession,
	async run(ctx, { sessionId, name }) {
		const { tx, tenantId, personId: createdBy, now: createdAt } = ctx;
		const session = await findSession(tx, tenantId, sessionId);
		invariant(session && createdBy, 'the place is a session, and only a person has this right');
		const { processId } = session;
		const plan = await planOfSession(ctx, session);
		return keepNamed(ctx, ofSessions, name, async (named) => {
			const templateId = ctx.newId();
			await tx
				.insert(sessionTemplates)
				.values({ ...named, ...plan, tenantId, id: templateId, processId, createdBy, createdAt });
			return ok({ templateId, processId });
		});
	},
	audit: ({ sessionId }, { templateId }) => ({
		entity: 'session-template',
		entityId: templateId,
		facts: { sessionId }
	})
});
