import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { participants } from '../db/schema/sessions.ts';
import { comes } from './attendance.ts';
import { defineCommand } from './command.ts';
import type { Context } from './context.ts';
import { placeOfSession } from './session-places.ts';

const uuid = v.pipe(v.string(), v.uuid());

/** Lets people in who wait at the door: exactly those whom the facilitator has seen there. */
export const admitParticipants = defineCommand({
	name: 'admit-participants',
	right: 'session.lead',
	input: v.object({
		sessionId: uuid,
		participantIds: v.pipe(v.array(uuid), v.minLength(1), v.maxLength(500))
	}),
	place: placeOfSession,
	async run(ctx, { sessionId, participantIds }) {
		const admitted = await admit(ctx, sessionId, participantIds);
		if (admitted === 0) return refuse({ code: 'thing.not-found', kind: 'participant' });
		return ok({ admitted });
	},
	audit: ({ sessionId }, { admitted }) => ({ entity: 'session', entityId: sessionId, facts: { admitted } })
});

/** Lets in whoever of these still waits; their screens go on by themselves. Says how many they are. */
export async function admit(ctx: Context, sessionId: string, participantIds: readonly string[]): Promise<number> {
	const { tx, tenantId, announce } = ctx;
	if (participantIds.length === 0) return 0;
	const admitted = await tx
		.update(participants)
		.set({ waitingSince: null })
		.where(
			and(
				eq(participants.tenantId, tenantId),
				eq(participants.sessionId, sessionId),
				inArray(participants.id, [...participantIds]),
				isNotNull(participants.waitingSince),
				isNull(participants.removedAt)
			)
		)
		.returning({ participantId: participants.id, personId: participants.personId });
	announce({ kind: 'session.changed', sessionId });
	for (const { participantId, personId } of admitted) {
		await comes(ctx, { sessionId, participantId });
		announce({ kind: 'access.changed', personId });
	}
	return admitted.length;
}
