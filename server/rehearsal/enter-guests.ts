import { groups } from '#domain/sessions/groups.ts';
import { rehearsalRules } from '#domain/rehearsal/pacing.ts';
import { invariant } from '#domain/result.ts';
import { anonymous, type Actor } from '../auth/actor.ts';
import { joinSession } from '../commands/join-session.ts';
import { listParticipants, type LiveSession } from '../db/repositories/sessions.ts';
import type { RehearsalDoors } from './rehearsals.ts';

/** A guest of a rehearsal: a person like any other, with a screen of her own. */
export interface SimulatedGuest {
	/** Which one, from 0. */
	number: number;
	actor: Extract<Actor, { kind: 'person' }>;
	participantId: string;
	/** Whether she was removed from the session. */
	isGone(): boolean;
	leave(): void;
}

const word = { de: 'Probegast', en: 'Rehearsal guest' };

/** The guests come in by the code, as everybody does; those of an earlier start come back as themselves. */
export async function enterGuests(
	doors: RehearsalDoors,
	{ tenantId, id: sessionId, code }: LiveSession,
	language: 'de' | 'en'
): Promise<SimulatedGuest[]> {
	const here = new Map((await listParticipants(doors.db, tenantId, sessionId)).map((one) => [one.name, one.personId]));
	const guests: SimulatedGuest[] = [];
	for (let number = 0; number < rehearsalRules.guests; number++) {
		const name = `${word[language]} ${number + 1}`;
		const known = here.get(name);
		const asked: Actor = known ? { kind: 'person', personId: known, tenantId, role: 'guest' } : anonymous;
		const joined = await doors.execute(joinSession, asked, { code, name, group: groups[number % groups.length] });
		if (!joined.ok) continue;
		const { participantId, person } = joined.value;
		const { personId } = person;
		let gone = false;
		const leave = await doors.watch(sessionId, {
			view: 'participant',
			tenantId,
			personId,
			participantId,
			signedIn: async () => true,
			send: () => undefined,
			// Outside she only waits until the session is public again.
			end: (why) => (gone = why === 'removed')
		});
		const actor = { kind: 'person', personId, tenantId, role: 'guest' } as const;
		guests.push({ number, actor, participantId, isGone: () => gone, leave });
	}
	invariant(guests.length > 0, 'an open session lets guests in');
	return guests;
}
