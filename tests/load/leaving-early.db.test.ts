import { pino } from 'pino';
import { expect, test } from 'vitest';
import { openOwnTestDatabase } from '../support/database.ts';
import { furnish, holdWorkshop } from '../support/house.ts';
import { GET } from '../../src/routes/(live)/s/[id=id]/events/+server.ts';
import { LiveSessions } from '#server/live/live-sessions.ts';

test('who leaves while her screen is still opening is not counted, and the others go on hearing', async () => {
	const database = await openOwnTestDatabase();
	const house = await furnish(database.db);
	const { sessionId } = await holdWorkshop(house, ['Mehr Radwege']);
	const live = new LiveSessions(database.db, house.around.clock, pino({ level: 'silent' }));
	const event = {
		locals: { actor: house.facilitator, app: { db: database.db, live } },
		params: { id: sessionId },
		url: new URL(`http://wirkraum.test/s/${sessionId}/events?view=lead`),
		cookies: { get: () => 'cookie' }
	};
	const open = async () => (await GET(event as unknown as Parameters<typeof GET>[0])).body!.getReader();

	await (await open()).cancel();
	const stays = await open();
	const states = [(await stays.read()).value, (await stays.read()).value];
	expect(states.map((state) => state!.byteLength > 0)).toEqual([true, true]);
	await stays.cancel();
	expect([...live.watched]).toEqual([]);
	live.close();
	await database.close();
});
