import { afterAll, beforeAll, expect, test } from 'vitest';
import { changesBetween } from '#text/rewordings/changes.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House, type TestActor } from '../../tests/support/house.ts';
import { comeIn } from '../../tests/support/live-house.ts';
import { ofParagraphs, readLive, saying, writeLive } from '../../tests/support/live-text.ts';
import { createText } from '../commands/create-text.ts';
import { erasePerson } from '../commands/erase-person.ts';
import { suggestWording } from '../commands/suggest-wording.ts';
import { takeStance } from '../commands/take-stance.ts';
import { withdrawSuggestion } from '../commands/withdraw-suggestion.ts';
import type { OpenDatabase } from '../db/client.ts';
import { SuggestionReadings } from './suggestion-readings.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

/** A text with a dozen suggestions by Dora, which Emil reads. */
async function drafted() {
	const { facilitator, done, tenantId } = house;
	const { sessionId } = await holdWorkshop(house, ['Radwege']);
	const { textId } = await done(createText, facilitator, { sessionId, title: 'Vision 2035', kind: 'vision' });
	await writeLive(house, textId, ofParagraphs('Wir bauen Radwege.'));
	const [{ guest: dora }, { guest: emil }] = [
		await comeIn(house, sessionId, 'Dora'),
		await comeIn(house, sessionId, 'Emil')
	];
	const now = await readLive(house, textId);
	const ids: string[] = [];
	for (let n = 1; n <= 12; n++) {
		const rewordings = changesBetween(now, saying('Radwege', `${n} Radwege`)(now));
		ids.push(...(await done(suggestWording, dora, { textId, rewordings })).suggestionIds);
	}
	const readings = new SuggestionReadings(database.db);
	const tells = (known = '') => readings.tell({ tenantId, id: textId }, emil.personId, known);
	return { textId, dora, emil, ids, tells };
}

test('a stance among a dozen suggestions is told in one of them, to whoever knows the others', async () => {
	const { textId, emil, ids, tells } = await drafted();
	const first = await tells();
	expect(first.suggestions.map(({ id }) => id)).toEqual(ids);
	expect(await tells(first.moment)).toMatchObject({ suggestions: [], gone: [], since: first.moment });
	await house.done(takeStance, emil, { textId, suggestionId: ids[3]!, stance: 'agree' });
	const [second, other] = await Promise.all([tells(first.moment), tells()]);
	expect(second.suggestions).toMatchObject([{ id: ids[3], myStance: 'agree', mine: false, stances: { agree: 1 } }]);
	expect(other.suggestions).toHaveLength(12);
	expect(other).toMatchObject({ since: null, moment: second.moment });
});

test('what was taken back is gone, and a name that the house forgets is told anew', async () => {
	const { textId, dora, ids, tells } = await drafted();
	const { moment } = await tells();
	await house.done(withdrawSuggestion, dora, { textId, suggestionId: ids[0]! });
	const admin: TestActor = { ...house.facilitator, role: 'admin' };
	const next = await tells(moment);
	expect(next).toMatchObject({ suggestions: [], gone: [ids[0]] });
	await house.done(erasePerson, admin, { personId: dora.personId });
	const last = await tells(next.moment);
	expect(last.suggestions.map(({ id, author }) => [id, author])).toEqual(ids.slice(1).map((id) => [id, null]));
});

test('who knows another program, or nothing, gets everything', async () => {
	const [one, other] = [await drafted(), await drafted()];
	const { moment } = await one.tells();
	expect(await other.tells(moment)).toMatchObject({ since: null, suggestions: { length: 12 } });
	expect(await one.tells('nonsense')).toMatchObject({ since: null, suggestions: { length: 12 } });
});
