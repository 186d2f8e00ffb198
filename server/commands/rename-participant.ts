import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { ok, refuse } from '#domain/result.ts';
import { guestName } from '#domain/sessions/guest-name.ts';
import { people } from '../db/schema/organisation.ts';
import { defineCommand } from './command.ts';
import { changeParticipant } from './participant-changes.ts';
import { placeOfSession } from './session-places.ts';

/** Gives a guest another name, or none; somebody with an account has the name of the account. */
export const renameParticipant = defineCommand({
	name: 'rename-participant',
	right: 'session.lead',
	input: v.object({
		sessionId: v.pipe(v.string(), v.uuid()),
		participantId: v.pipe(v.string(), v.uuid()),
		name: v.string()
	}),
	place: placeOfSession,
	async run(ctx, { name: typed, ...place }) {
		const { tx, tenantId } = ctx;
		const name = guestName(typed);
		if (!name.ok) return name;
		const found = await changeParticipant(ctx, place, { id: place.participantId });
		if (!found.ok) return found;
		const { personId } = found.value;
		const renamed = await tx
			.update(people)
			.set({ name: name.value })
			.where(and(eq(people.tenantId, tenantId), eq(people.id, personId), eq(people.kind, 'guest')))
			.returning({ id: people.id });
		if (renamed.length === 0) return refuse({ code: 'thing.not-found', kind: 'participant' });
		ctx.announce({ kind: 'access.changed', personId });
		return ok({ participantId: place.participantId });
	},
	audit: ({ sessionId, participantId }) => ({ entity: 'session', entityId: sessionId, facts: { participantId } })
});
