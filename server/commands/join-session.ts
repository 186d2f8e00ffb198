import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { invariant, ok, refuse } from '#domain/result.ts';
import { mayJoin } from '#domain/sessions/agenda.ts';
import { comeIn } from '#domain/sessions/entrance.ts';
import { groups } from '#domain/sessions/groups.ts';
import { guestName } from '#domain/sessions/guest-name.ts';
import type { Transaction } from '../db/database.ts';
import { findParticipant, findSessionByCode, findSessionByToken } from '../db/repositories/sessions.ts';
import { people } from '../db/schema/organisation.ts';
import { participants } from '../db/schema/sessions.ts';
import { comes } from './attendance.ts';
import { defineCommand } from './command.ts';

const input = v.object({
	code: v.optional(v.pipe(v.string(), v.regex(/^\d{6}$/))),
	token: v.optional(v.pipe(v.string(), v.maxLength(64))),
	name: v.string(),
	group: v.picklist(groups)
});

const door = (tx: Transaction, { code, token }: v.InferOutput<typeof input>) =>
	token ? findSessionByToken(tx, token) : code ? findSessionByCode(tx, code) : null;

/**
 * Lets somebody into a live session by its code or link. A stranger becomes a guest person; who is in already stays the
 * same participant and may correct name and group; who was removed stays out. Somebody new comes in or waits, as the entrance says.
 */
export const joinSession = defineCommand({
	name: 'join-session',
	right: 'session.join',
	input,
	async place(tx, wanted) {
		const session = await door(tx, wanted);
		return session ? { tenantId: session.tenantId, processId: session.processId, sessionId: session.id } : null;
	},
	async run(ctx, wanted) {
		const { tx, tenantId, now: createdAt } = ctx;
		const session = await door(tx, wanted);
		invariant(session, 'the place was found by the same door');
		const open = mayJoin(session);
		if (!open.ok) return open;
		const name = guestName(wanted.name);
		if (!name.ok) return name;
		const sessionId = session.id;
		const known = ctx.actor.kind === 'person' && ctx.actor.tenantId === tenantId ? ctx.actor : null;
		const personId = known?.personId ?? ctx.newId();
		const earlier = await findParticipant(tx, tenantId, sessionId, personId);
		if (earlier?.removedAt) return refuse({ code: earlier.waitingSince ? 'session.not-admitted' : 'session.removed' });
		const way = comeIn(session.entrance);
		if (!earlier && !way.ok) return way;
		const waits = earlier ? earlier.waitingSince !== null : way.ok && way.value === 'waiting';
		if (!known) await tx.insert(people).values({ tenantId, id: personId, name: name.value, kind: 'guest', createdAt });
		else if (known.role === 'guest' && name.value)
			await tx
				.update(people)
				.set({ name: name.value })
				.where(and(eq(people.tenantId, tenantId), eq(people.id, personId)));

		const participantId = earlier?.id ?? ctx.newId();
		if (!earlier)
			await tx.insert(participants).values({
				tenantId,
				id: participantId,
				sessionId,
				personId,
				role: 'participant',
				group: wanted.group,
				waitingSince: waits ? createdAt : null,
				createdAt
			});
		else
			await tx
				.update(participants)
				.set({ group: wanted.group })
				.where(and(eq(participants.tenantId, tenantId), eq(participants.id, participantId)));
		if (!waits) await comes(ctx, { sessionId, participantId });
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ sessionId, participantId, waits, person: { personId, tenantId, isNew: !known } });
	},
	audit: ({ group }, { sessionId, participantId, waits }) => ({
		entity: 'session',
		entityId: sessionId,
		facts: { participantId, group, waits }
	})
});
