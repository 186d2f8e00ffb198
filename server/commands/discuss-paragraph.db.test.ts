import { afterAll, beforeAll, expect, test } from 'vitest';
import { idsIn } from '#text/rewordings/rewording.ts';
import { changesBetween } from '#text/rewordings/changes.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House, type TestActor } from '../../tests/support/house.ts';
import { comeIn } from '../../tests/support/live-house.ts';
import { readLive, saying } from '../../tests/support/live-text.ts';
import type { OpenDatabase } from '../db/client.ts';
import { findDiscussed } from '../db/repositories/texts.ts';
import { readTextOnWall } from '../web/suggestions.ts';
import { createText } from './create-text.ts';
import { discussParagraph } from './discuss-paragraph.ts';
import { freezeText } from './freeze-text.ts';
import { inviteDrafters } from './invite-drafters.ts';
import { openGroupRoom } from './open-group-room.ts';
import { suggestWording } from './suggest-wording.ts';
import { takeStance } from './take-stance.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

/** A text in a session, and two guests who may only suggest. */
async function drafted() {
	const { facilitator, done, tenantId } = house;
	const { sessionId } = await holdWorkshop(house, ['Radwege']);
	const { textId } = await done(createText, facilitator, { sessionId, title: 'Vision 2035', kind: 'vision' });
	const [{ guest: dora }, { guest: emil }] = await Promise.all([
		comeIn(house, sessionId, 'Dora Diskret'),
		comeIn(house, sessionId, 'Emil')
	]);
	const [heading = '', paragraph = ''] = idsIn(await readLive(house, textId));
	const takes = (actor: TestActor, paragraphId: string | null) =>
		house.run(discussParagraph, actor, { textId, paragraphId });
	const discussed = () => findDiscussed(database.db, tenantId, textId);
	return { textId, dora, emil, heading, paragraph, takes, discussed };
}

test('one paragraph is in discussion: the next one takes its place, and the discussion ends', async () => {
	const { heading, paragraph, takes, discussed } = await drafted();
	expect(await discussed()).toBeNull();
	await takes(house.facilitator, heading);
	expect(await discussed()).toEqual({ paragraphId: heading, personId: house.facilitator.personId });
	await takes(house.facilitator, paragraph);
	expect((await discussed())?.paragraphId).toBe(paragraph);
	await takes(house.facilitator, null);
	expect(await discussed()).toBeNull();
});

test('only who decides about suggestions takes a paragraph into discussion', async () => {
	const { textId, dora, emil, heading, takes, discussed } = await drafted();
	const refused = { ok: false, problem: { code: 'right.missing', action: 'text.decide' } };
	expect(await takes(dora, heading)).toEqual(refused);
	expect(await discussed()).toBeNull();
	await house.done(inviteDrafters, house.facilitator, { textId, personIds: [emil.personId] });
	expect(await takes(emil, heading)).toMatchObject({ ok: true });
	expect(await takes(dora, null)).toEqual(refused);
	expect((await discussed())?.personId).toBe(emil.personId);
});

test('a paragraph that does not stand in the text cannot be discussed, and the earlier one stays', async () => {
	const { heading, takes, discussed } = await drafted();
	await takes(house.facilitator, heading);
	expect(await takes(house.facilitator, 'nirgends')).toEqual({
		ok: false,
		problem: { code: 'thing.not-found', kind: 'paragraph' }
	});
	expect((await discussed())?.paragraphId).toBe(heading);
});

test('when a text is frozen, nothing in it is in discussion any more', async () => {
	const { textId, heading, takes, discussed } = await drafted();
	await takes(house.facilitator, heading);
	await house.done(freezeText, house.facilitator, { textId, keepOpen: true });
	expect(await discussed()).not.toBeNull();
	await house.done(freezeText, house.facilitator, { textId, keepOpen: false });
	expect(await discussed()).toBeNull();
	expect(await takes(house.facilitator, heading)).toMatchObject({ problem: { code: 'document.frozen' } });
});

test('in the room of a group nothing is in discussion, neither by its members nor by who leads', async () => {
	const { textId, dora } = await drafted();
	const { roomId } = await house.done(openGroupRoom, dora, { textId, groupName: 'Gruppe Rad' });
	const [paragraphId] = idsIn(await readLive(house, roomId));
	const takes = (actor: TestActor) => house.run(discussParagraph, actor, { textId: roomId, paragraphId });
	expect(await takes(dora)).toEqual({ ok: false, problem: { code: 'right.missing', action: 'text.decide' } });
	for (const outside of [house.facilitator, house.steering])
		expect(await takes(outside)).toMatchObject({ problem: { code: 'thing.not-found' } });
});

test('a projector is told groups and numbers, and of no person anything', async () => {
	const { textId, dora, emil, heading, takes } = await drafted();
	await takes(house.facilitator, heading);
	const now = await readLive(house, textId);
	const rewordings = changesBetween(now, saying('2035', '2040')(now));
	const { suggestionIds } = await house.done(suggestWording, dora, {
		...{ textId, rewordings, reason: 'Weil Dora Diskret es sagt.', groupName: 'Fraktion Rad' }
	});
	const [suggestionId] = suggestionIds;
	await house.done(takeStance, dora, { textId, suggestionId, stance: 'object', objection: 'Von Dora Diskret.' });
	await house.done(takeStance, emil, { textId, suggestionId, stance: 'bearable' });
	const wall = await readTextOnWall(database.db, { tenantId: house.tenantId, id: textId });
	expect(wall.discussed).toBe(heading);
	expect(wall.suggestions).toMatchObject([
		{ groupName: 'Fraktion Rad', stances: { agree: 0, bearable: 1, object: 1 }, mine: false, myStance: null }
	]);
	expect(JSON.stringify(wall)).not.toMatch(/Diskret/);
	expect(JSON.stringify(wall)).not.toContain(dora.personId);
});
