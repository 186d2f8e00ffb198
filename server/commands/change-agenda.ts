import { createHash } from 'node:crypto';
import { and, eq, notInArray, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { agendaLimits, mayRevise } from '#domain/sessions/revise-agenda.ts';
import { stepKinds } from '#domain/sessions/steps.ts';
import { holdSession, listSteps, listUsedSteps, type AgendaStepView } from '../db/repositories/sessions.ts';
import { agendaSteps } from '../db/schema/sessions.ts';
import { readBoardIn } from './boards.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

const id = v.pipe(v.string(), v.uuid());
const step = v.object({
	id: v.optional(id),
	kind: v.picklist(stepKinds),
	title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(agendaLimits.title)),
	prompt: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(agendaLimits.prompt)), ''),
	minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(agendaLimits.minutes)),
	/** The area of the board in which it works. */
	areaId: v.optional(v.nullable(v.string()), null),
	/** Nobody, not even the facilitator, sees who wrote what in it. */
	anonymous: v.optional(v.boolean(), false)
});

/** What a change of the agenda builds on: another one has another basis, while a session that only moves on keeps it. */
export function basisOf(steps: readonly AgendaStepView[]): string {
	const said = steps.map(({ revealed: _, ...step }) => Object.values(step));
	return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}

/** Positions are unique; while steps change places they stand beyond all that an agenda can hold. */
const aside = 1000;

/** Gives a session another agenda: order, kinds, titles, prompts and minutes. What has happened in it stays (`mayRevise`). */
export const changeAgenda = defineCommand({
	name: 'change-agenda',
	right: 'session.lead',
	input: v.object({ sessionId: id, basis: v.string(), steps: v.array(step) }),
	place: placeOfSession,
	async run(ctx, { sessionId, basis, steps: wanted }) {
		const { tx, tenantId, now: createdAt } = ctx;
		const session = await holdSession(tx, tenantId, sessionId);
		invariant(session, 'the place is a session');
		if (session.state === 'ended') return refuse({ code: 'session.closed' });
		const before = await listSteps(tx, tenantId, sessionId);
		if (basisOf(before) !== basis) return refuse({ code: 'thing.changed-meanwhile', kind: 'agenda' });
		const used = await listUsedSteps(tx, tenantId, sessionId);
		const present = before.map((one) => ({ ...one, used: used.has(one.id) }));
		const steps = wanted.map((one) => ({ ...one, id: one.id ?? null }));
		const fits = mayRevise(present, session.currentStepId, steps);
		if (!fits.ok) return fits;
		const { board } = await readBoardIn(ctx, session.boardId);
		const isArea = (areaId: string | null) => areaId !== null && board.byId.get(areaId)?.type === 'area';

		const inSession = and(eq(agendaSteps.tenantId, tenantId), eq(agendaSteps.sessionId, sessionId));
		const kept = steps.flatMap((one) => one.id ?? []);
		await tx.delete(agendaSteps).where(and(inSession, notInArray(agendaSteps.id, kept)));
		for (const [position, one] of steps.entries()) {
			const begun = present.find(({ id }) => id === one.id);
			// What was promised to those who wrote in a step cannot be taken back.
			const anonymous = begun?.used ? begun.anonymous : one.anonymous;
			const values = { ...one, anonymous, areaId: isArea(one.areaId) ? one.areaId : null, position: position + aside };
			if (one.id === null)
				await tx.insert(agendaSteps).values({ ...values, tenantId, id: ctx.newId(), sessionId, createdAt });
			else
				await tx
					.update(agendaSteps)
					.set({ ...values, id: one.id })
					.where(and(inSession, eq(agendaSteps.id, one.id)));
		}
		await tx
			.update(agendaSteps)
			.set({ position: sql`${agendaSteps.position} - ${aside}` })
			.where(inSession);
		ctx.announce({ kind: 'session.changed', sessionId });
		ctx.announce({ kind: 'access.changed', documentPrefix: `board:${session.boardId}:` });
		return ok({ basis: basisOf(await listSteps(tx, tenantId, sessionId)) });
	},
	audit: ({ sessionId, steps }) => ({ entity: 'session', entityId: sessionId, facts: { steps: steps.length } })
});
