import * as v from 'valibot';
import { mayJoin } from '#domain/sessions/agenda.ts';
import { mayBringCompanion } from '#domain/sessions/companions.ts';
import { comeIn } from '#domain/sessions/entrance.ts';
import { groups } from '#domain/sessions/groups.ts';
import { guestName } from '#domain/sessions/guest-name.ts';
import { invariant, ok, refuse } from '#domain/result.ts';
import { listCompanions } from '../db/repositories/companions.ts';
import { findParticipant, holdSession } from '../db/repositories/sessions.ts';
import { people } from '../db/schema/organisation.ts';
import { participants } from '../db/schema/sessions.ts';
import { comes } from './attendance.ts';
import { defineCommand } from './command.ts';
import { placeOfSession } from './session-places.ts';

/**
 * Lets one more person take part on the device of somebody who is in: with cards and a ballot of her own, and no way in but this
 * device. She comes in or waits, as the entrance says.
 */
export const bringCompanion = defineCommand({
	name: 'bring-companion',
	right: 'session.bring-companion',
	input: v.object({ sessionId: v.pipe(v.string(), v.uuid()), name: v.string(), group: v.picklist(groups) }),
	place: placeOfSession,
	async run(ctx, { sessionId, name: typed, group }) {
		const { tx, tenantId, now: createdAt } = ctx;
		const session = await holdSession(tx, tenantId, sessionId);
		invariant(session && ctx.personId, 'the place is a session and its right needs a person');
		const open = mayJoin(session);
		if (!open.ok) return open;
		const host = await findParticipant(tx, tenantId, sessionId, ctx.personId);
		if (!host || host.companionOf) return refuse({ code: 'thing.not-found', kind: 'participant' });
		const { length: companions } = await listCompanions(tx, tenantId, host.id);
		const allowed = mayBringCompanion({ sharedDevices: session.sharedDevices, companions });
		if (!allowed.ok) return allowed;
		const way = comeIn(session.entrance);
		if (!way.ok) return way;
		const name = guestName(typed);
		if (!name.ok) return name;
		const waits = way.value === 'waiting';
		const [personId, participantId] = [ctx.newId(), ctx.newId()];
		await tx.insert(people).values({ tenantId, id: personId, name: name.value, kind: 'guest', createdAt });
		await tx.insert(participants).values({
			tenantId,
			id: participantId,
			sessionId,
			personId,
			role: 'participant',
			group,
			companionOf: host.id,
			waitingSince: waits ? createdAt : null,
			createdAt
		});
		if (!waits) await comes(ctx, { sessionId, participantId });
		ctx.announce({ kind: 'session.changed', sessionId });
		return ok({ participantId, waits });
	},
	audit: ({ sessionId, group }, { participantId, waits }) => ({
		entity: 'session',
		entityId: sessionId,
		facts: { participantId, group, waits }
	})
});
