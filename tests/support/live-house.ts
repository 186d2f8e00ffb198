import { pino } from 'pino';
import { joinSession } from '#server/commands/join-session.ts';
import type { OpenDatabase } from '#server/db/client.ts';
import { findSession } from '#server/db/repositories/sessions.ts';
import { LiveSessions } from '#server/live/live-sessions.ts';
import { openOwnTestDatabase } from './database.ts';
import { furnish, type House, type TestActor } from './house.ts';

/** A furnished house on a database of its own, with the open screens of its sessions. */
export interface LiveHouse {
	database: OpenDatabase;
	house: House;
	live: LiveSessions;
	close(): Promise<void>;
}

export async function openLiveHouse(): Promise<LiveHouse> {
	const database = await openOwnTestDatabase();
	const house = await furnish(database.db);
	const live = new LiveSessions(database.db, house.around.clock, pino({ level: 'silent' }));
	return {
		database,
		house,
		live,
		async close() {
			live.close();
			await database.close();
		}
	};
}

/** A guest of a session and her place in it. */
export interface Guest {
	guest: TestActor;
	participantId: string;
}

/** Somebody comes into a session by its code; with `actor` one who is known already. */
export async function comeIn(house: House, sessionId: string, name: string, actor?: TestActor): Promise<Guest> {
	const { done, tenantId, around } = house;
	const { code } = (await findSession(around.db, tenantId, sessionId))!;
	const wanted = { code, name, group: 'politics' };
	const { person, participantId } = await done(joinSession, actor ?? { kind: 'anonymous' }, wanted);
	return { guest: { kind: 'person', personId: person.personId, tenantId, role: 'guest' }, participantId };
}
