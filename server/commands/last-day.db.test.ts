import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayIn, daysAfter } from '#domain/house-time.ts';
import { changesBetween } from '#text/rewordings/changes.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House, type TestActor } from '../../tests/support/house.ts';
import { comeIn } from '../../tests/support/live-house.ts';
import { ofParagraphs, readLive, saying, writeLive } from '../../tests/support/live-text.ts';
import type { App } from '../app.ts';
import type { OpenDatabase } from '../db/client.ts';
import { texts } from '../db/schema/processes.ts';
import { findText } from '../db/repositories/texts.ts';
import { readGroupRoom } from '../web/group-room.ts';
import { readLastDay } from '../web/suggestions.ts';
import { createText } from './create-text.ts';
import { freezeText } from './freeze-text.ts';
import { handInGroupRoom } from './hand-in-group-room.ts';
import { openGroupRoom } from './open-group-room.ts';
import { setLastDay } from './set-last-day.ts';
import { suggestWording } from './suggest-wording.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

const zone = 'Europe/Berlin';
const today = () => dayIn(zone, house.around.clock());
/** As much of the program as pages need that read texts. */
const app = () => ({ db: database.db, sync: house.around.documents, clock: house.around.clock }) as unknown as App;

/** A text of two sentences in a session, and a guest who may only suggest. */
async function drafted() {
	const { facilitator, done } = house;
	const { sessionId } = await holdWorkshop(house, ['Radwege']);
	const { textId } = await done(createText, facilitator, { sessionId, title: 'Vision 2035', kind: 'vision' });
	await writeLive(house, textId, ofParagraphs('Wir fördern die Pflege.', 'Wir bauen Radwege.'));
	const { guest: dora } = await comeIn(house, sessionId, 'Dora');
	const suggests = async (actor: TestActor, old: string, young: string) => {
		const now = await readLive(house, textId);
		const rewordings = changesBetween(now, saying(old, young)(now));
		return house.run(suggestWording, actor, { textId, rewordings });
	};
	const text = async () => (await findText(database.db, textId))!;
	return { textId, dora, suggests, text };
}

describe('the last day for suggestions', () => {
	test('ends with the day where the house is; afterwards who only suggests is refused', async () => {
		const { textId, dora, suggests, text } = await drafted();
		const { done, facilitator } = house;
		await done(setLastDay, facilitator, { textId, until: today() });
		expect(await readLastDay(app(), await text())).toEqual({ until: today(), left: 0 });
		expect(await suggests(dora, 'Radwege', 'Wege')).toMatchObject({ ok: true });
		const until = daysAfter(today(), -1);
		await done(setLastDay, facilitator, { textId, until });
		expect(await readLastDay(app(), await text())).toEqual({ until, left: -1 });
		expect(await suggests(dora, 'Radwege', 'Brücken')).toEqual({
			ok: false,
			problem: { code: 'suggestion.round-over', until }
		});
		expect(await suggests(facilitator, 'Radwege', 'Brücken')).toMatchObject({ ok: true });
		await done(setLastDay, facilitator, { textId, until: null });
		expect(await readLastDay(app(), await text())).toBeNull();
		expect(await suggests(dora, 'Radwege', 'Tunnel')).toMatchObject({ ok: true });
	});

	test('binds what is handed in from the room of a group, too, and the room says so', async () => {
		const { textId, dora } = await drafted();
		const { done, run, facilitator } = house;
		const room = { textId, groupName: 'Fraktion Grün', headingId: null, personIds: [] };
		const { roomId } = await done(openGroupRoom, dora, room);
		await writeLive(house, roomId, saying('Radwege', 'Brücken'));
		await done(setLastDay, facilitator, { textId, until: '2026-01-01' });
		expect(await run(handInGroupRoom, dora, { textId: roomId })).toMatchObject({
			problem: { code: 'suggestion.round-over' }
		});
		expect(await readGroupRoom(app(), dora, (await findText(database.db, roomId))!)).toMatchObject({
			...{ lastDay: { until: '2026-01-01' }, writesOriginal: false }
		});
	});

	test('is set by who leads the text, as long as it is open', async () => {
		const { textId, dora } = await drafted();
		const { done, run, facilitator } = house;
		expect(await run(setLastDay, dora, { textId, until: null })).toMatchObject({ problem: { code: 'right.missing' } });
		expect(await run(setLastDay, facilitator, { textId, until: '31.12.2026' })).toMatchObject({
			problem: { code: 'input.invalid' }
		});
		await done(freezeText, facilitator, { textId, keepOpen: false });
		expect(await run(setLastDay, facilitator, { textId, until: null })).toMatchObject({
			problem: { code: 'document.frozen' }
		});
		const [row] = await database.db.select({ until: texts.collectsUntil }).from(texts).where(eq(texts.id, textId));
		expect(row?.until).toBeNull();
	});
});
