import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { refuse } from '#domain/result.ts';
import { sessionTemplates, type SessionTemplateKey } from '#domain/sessions/templates.ts';
import { bodies } from '../db/schema/organisation.ts';
import { findSessionTemplate } from '../db/repositories/kept-templates.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { placeOfProcess } from './process-places.ts';
import { asking, shippedPlan, takeUp, type ReadyPlan } from './session-plans.ts';
import { setUpSession } from './set-up-session.ts';

const input = v.object({
	processId: v.pipe(v.string(), v.uuid()),
	title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
	question: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300)), ''),
	bodyId: v.optional(v.pipe(v.string(), v.uuid())),
	/** One that ships, or the id of one that the organisation keeps. */
	template: v.union([v.picklist(Object.keys(sessionTemplates) as SessionTemplateKey[]), v.pipe(v.string(), v.uuid())]),
	language: v.optional(v.picklist(['de', 'en']), 'de')
});

/** Makes a live session with its agenda and board from a template. Whoever makes it leads it. */
export const createSession = defineCommand({
	name: 'create-session',
	right: 'session.create',
	input,
	place: placeOfProcess,
	async run(ctx, { processId, title, question, bodyId = null, template, language }) {
		const { tx, tenantId } = ctx;
		if (bodyId) {
			const [body] = await tx
				.select({ id: bodies.id })
				.from(bodies)
				.where(and(eq(bodies.tenantId, tenantId), eq(bodies.id, bodyId)));
			if (!body) return refuse({ code: 'thing.not-found', kind: 'group' });
		}
		const prepared = isShipped(template) ? shippedPlan(template, language) : await keptOne(ctx, template);
		if (!prepared) return refuse({ code: 'thing.not-found', kind: 'session-template' });
		return setUpSession(ctx, { processId, bodyId, title, question, ...asking(prepared, question) });
	},
	audit: ({ template }, { sessionId, boardId }) => ({
		entity: 'session',
		entityId: sessionId,
		facts: { template, boardId }
	})
});

function isShipped(template: string): template is SessionTemplateKey {
	return Object.hasOwn(sessionTemplates, template);
}

/** Agenda and scaffold of a template that the organisation keeps, or null if it keeps no such one. */
async function keptOne({ tx, tenantId }: Context, id: string): Promise<ReadyPlan | null> {
	const kept = await findSessionTemplate(tx, tenantId, id);
	return kept && takeUp(kept);
}
