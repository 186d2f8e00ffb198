import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse, type Result } from '#domain/result.ts';
import { participants } from '../db/schema/sessions.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { placeOfSession } from './session-places.ts';

/**
 * Names a participant who may take over the lead, or takes that back; if she leads already, she takes part again as before. Who made
 * the session, or leads its process, leads it without being named, and nobody takes that away.
 */
export const nameCoFacilitator = defineCommand({
	name: 'name-co-facilitator',
	right: 'session.lead',
	input: v.object({
		sessionId: v.pipe(v.string(), v.uuid()),
		participantId: v.pipe(v.string(), v.uuid()),
		may: v.boolean()
	}),
	place: placeOfSession,
	async run(ctx, { sessionId, participantId, may }) {
		const changed = may ? await name(ctx, sessionId, participantId) : await unname(ctx, sessionId, participantId);
		if (!changed.ok) return changed;
		ctx.announce({ kind: 'session.changed', sessionId });
		ctx.announce({ kind: 'access.changed', personId: changed.value.personId });
		return ok({ participantId });
	},
	audit: ({ sessionId, participantId, may }) => ({
		entity: 'session',
		entityId: sessionId,
		facts: { participantId, may }
	})
});

const placeOf = ({ tenantId }: Context, sessionId: string, participantId: string) =>
	and(
		eq(participants.tenantId, tenantId),
		eq(participants.sessionId, sessionId),
		eq(participants.id, participantId),
		isNull(participants.removedAt)
	);

/** Somebody who leads may write: being kept from it ends with being named. Who has no device of her own cannot lead. */
async function name(ctx: Context, sessionId: string, participantId: string): Promise<Result<{ personId: string }>> {
	const [named] = await ctx.tx
		.update(participants)
		.set({ mayLeadSince: ctx.now, mutedAt: null })
		.where(
			and(
				placeOf(ctx, sessionId, participantId),
				eq(participants.role, 'participant'),
				isNull(participants.waitingSince),
				isNull(participants.companionOf)
			)
		)
		.returning({ personId: participants.personId });
	return named ? ok(named) : refuse({ code: 'thing.not-found', kind: 'participant' });
}

async function unname(ctx: Context, sessionId: string, participantId: string): Promise<Result<{ personId: string }>> {
	const [unnamed] = await ctx.tx
		.update(participants)
		.set({ mayLeadSince: null, role: 'participant' })
		.where(and(placeOf(ctx, sessionId, participantId), isNotNull(participants.mayLeadSince)))
		.returning({ personId: participants.personId });
	return unnamed ? ok(unnamed) : refuse({ code: 'thing.not-found', kind: 'participant' });
}
