import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { Origin } from '#board/shape.ts';
import { applyTemplate } from '#board/templates/template.ts';
import { boardTemplateNamed } from '#board/templates.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { drawJoinCode } from '#domain/sessions/join-code.ts';
import { sessionTemplates, type SessionTemplateKey } from '#domain/sessions/templates.ts';
import type { Transaction } from '../db/database.ts';
import { bodies } from '../db/schema/organisation.ts';
import { boards, processes } from '../db/schema/processes.ts';
import { agendaSteps, liveSessions, participants } from '../db/schema/sessions.ts';
import { findSessionByCode } from '../db/repositories/sessions.ts';
import { newSecret } from '../ids.ts';
import { changeBoard, createBoardDocuments } from './boards.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';

const input = v.object({
	processId: v.pipe(v.string(), v.uuid()),
	title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
	question: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300)), ''),
	bodyId: v.optional(v.pipe(v.string(), v.uuid())),
	template: v.picklist(Object.keys(sessionTemplates) as SessionTemplateKey[]),
	language: v.optional(v.picklist(['de', 'en']), 'de')
});

/** Makes a live session with its agenda and board from a template. Whoever makes it leads it. */
export const createSession = defineCommand({
	name: 'create-session',
	right: 'session.create',
	input,
	async place(tx, { processId }) {
		const [process] = await tx
			.select({ tenantId: processes.tenantId })
			.from(processes)
			.where(eq(processes.id, processId));
		return process ? { tenantId: process.tenantId, processId } : null;
	},
	async run(ctx, { processId, title, question, bodyId, template: key, language }) {
		const { tx, tenantId, now: createdAt, personId } = ctx;
		invariant(personId, 'only a person creates a session');
		if (bodyId) {
			const [body] = await tx
				.select({ id: bodies.id })
				.from(bodies)
				.where(and(eq(bodies.tenantId, tenantId), eq(bodies.id, bodyId)));
			if (!body) return refuse({ code: 'thing.not-found', kind: 'group' });
		}
		const template = sessionTemplates[key];
		const [boardId, sessionId, participantId] = [ctx.newId(), ctx.newId(), ctx.newId()];
		await tx.insert(boards).values({ tenantId, id: boardId, processId, title, createdAt });
		const areas = await layOut(ctx, boardId, template.board, participantId, language);
		await tx.insert(liveSessions).values({
			tenantId,
			id: sessionId,
			processId,
			bodyId,
			boardId,
			title,
			question,
			code: await freeCode(tx),
			joinToken: newSecret(),
			createdBy: personId,
			createdAt
		});
		const asking = template.steps.findIndex(({ kind }) => kind === 'collect');
		await tx.insert(agendaSteps).values(
			template.steps.map((step, position) => ({
				tenantId,
				id: ctx.newId(),
				sessionId,
				position,
				kind: step.kind,
				title: step.title[language],
				prompt: (position === asking && question) || step.prompt[language],
				minutes: step.minutes,
				areaId: step.area ? areas.get(step.area) : undefined,
				createdAt
			}))
		);
		await tx
			.insert(participants)
			.values({ tenantId, id: participantId, sessionId, personId, role: 'facilitator', createdAt });
		return ok({ sessionId, boardId });
	},
	audit: ({ template }, { sessionId, boardId }) => ({
		entity: 'session',
		entityId: sessionId,
		facts: { template, boardId }
	})
});

/** Makes the board's two documents and lays the template out in the scaffold; returns the areas by their keys. */
async function layOut(
	ctx: Context,
	boardId: string,
	key: string,
	by: string,
	language: 'de' | 'en'
): Promise<ReadonlyMap<string, string>> {
	await createBoardDocuments(ctx, boardId);
	const template = boardTemplateNamed(key);
	invariant(template, `the board template ${key} exists`);
	const use = { language, by, randomBytes, random: Math.random };
	const laid = await changeBoard(ctx, boardId, (docs) => applyTemplate(docs, template, use, new Origin('server')));
	invariant(laid.ok, 'a template fits on an empty board');
	return laid.value;
}

/** Six digits that no open session has. The unique index settles the rest. */
async function freeCode(tx: Transaction): Promise<string> {
	for (;;) {
		const code = drawJoinCode(randomBytes);
		if (!(await findSessionByCode(tx, code))) return code;
	}
}
