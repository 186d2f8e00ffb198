import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayIn, timeIn } from '#domain/house-time.ts';
import { docToPlain } from '#domain/texts/doc.ts';
import { changesBetween } from '#text/rewordings/changes.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House, type TestActor } from '../../tests/support/house.ts';
import { comeIn } from '../../tests/support/live-house.ts';
import { ofParagraphs, readLive, saying, writeLive } from '../../tests/support/live-text.ts';
import type { App } from '../app.ts';
import type { OpenDatabase } from '../db/client.ts';
import { auditEvents } from '../db/schema/audit.ts';
import { textMinutes } from '../db/schema/text-minutes.ts';
import { findText } from '../db/repositories/texts.ts';
import { readSuggestions } from '../web/suggestions.ts';
import { readMinutesAbout, readMinutesHead, readSittingAtHand } from '../web/text-minutes.ts';
import { beginTextMinutes } from './begin-text-minutes.ts';
import { callRunOff } from './call-run-off.ts';
import { createText } from './create-text.ts';
import { decideSuggestions } from './decide-suggestions.ts';
import { discussParagraph } from './discuss-paragraph.ts';
import { erasePerson } from './erase-person.ts';
import { freezeText } from './freeze-text.ts';
import { handInGroupRoom } from './hand-in-group-room.ts';
import { openGroupRoom } from './open-group-room.ts';
import { keepVariants } from './keep-variants.ts';
import { setLastDay } from './set-last-day.ts';
import { suggestWording } from './suggest-wording.ts';
import { takeStance } from './take-stance.ts';
import { withdrawSuggestion } from './withdraw-suggestion.ts';

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
const words = async (textId: string) => docToPlain(await readLive(house, textId));

/** A text of two sentences in a session, and three guests who may only suggest. */
async function drafted() {
	const { facilitator, done } = house;
	const { sessionId } = await holdWorkshop(house, ['Radwege']);
	const { textId } = await done(createText, facilitator, { sessionId, title: 'Vision 2035', kind: 'vision' });
	await writeLive(house, textId, ofParagraphs('Wir fördern die Pflege.', 'Wir bauen Radwege.'));
	const [dora, emil, frida] = await Promise.all(
		['Dora', 'Emil', 'Frida'].map(async (name) => (await comeIn(house, sessionId, name)).guest)
	);
	const suggests = async (actor: TestActor, old: string, young: string, more = {}) => {
		const now = await readLive(house, textId);
		const rewordings = changesBetween(now, saying(old, young)(now));
		return house.run(suggestWording, actor, { textId, rewordings, ...more });
	};
	const suggested = async (actor: TestActor, old: string, young: string, more = {}) => {
		const answer = await suggests(actor, old, young, more);
		if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
		return answer.value.suggestionIds[0]!;
	};
	const decides = (id: string, decision: string, reason = '') =>
		done(decideSuggestions, facilitator, { textId, suggestionIds: [id], decision, reason });
	const text = async () => (await findText(database.db, textId))!;
	return { sessionId, textId, dora: dora!, emil: emil!, frida: frida!, suggests, suggested, decides, text };
}

/** The form of somebody who begins minutes of today. */
const sitting = (textId: string, more = {}) => ({
	...{ textId, title: 'Strategiekommission', day: today(), from: '00:00', until: '23:59', present: ['Frau Weber'] },
	...more
});

describe('the minutes of a sitting on a text', () => {
	test('are a text that names the fate of each suggestion and who was there', async () => {
		const { textId, dora, emil, frida, suggested, decides } = await drafted();
		const { facilitator, done } = house;
		const care = await suggested(dora, 'die Pflege', 'gute Pflege', { groupName: 'Fraktion Grün' });
		const ways = await suggested(emil, 'Radwege', 'Straßen', { reason: 'Autos brauchen Platz.' });
		const other = await suggested(dora, 'Radwege', 'Radwege und Brücken');
		const compromise = await suggested(emil, 'Radwege', 'Radwege und Straßen', { basedOn: ways });
		const regretted = await suggested(frida, 'Radwege', 'Tunnel');
		await done(withdrawSuggestion, frida, { textId, suggestionId: regretted });
		const stance = { textId, suggestionId: care };
		await done(takeStance, emil, { ...stance, stance: 'agree' });
		await done(takeStance, frida, { ...stance, stance: 'object', objection: 'Nicht messbar.' });
		await decides(care, 'accepted');
		await decides(ways, 'rejected', 'Zu laut.');
		await decides(other, 'deferred');
		const { minutesId } = await done(
			beginTextMinutes,
			facilitator,
			sitting(textId, { present: ['Dora', 'Landrat Maier'] })
		);
		expect(await findText(database.db, minutesId)).toMatchObject({
			...{ kind: 'minutes', title: 'Niederschrift: Strategiekommission', state: 'open' },
			...{ processId: house.processId, sessionId: (await findText(database.db, textId))!.sessionId }
		});
		const said = await words(minutesId);
		expect(said).toContain('Anwesend\nDora\nLandrat Maier\nVorschläge');
		expect(said).toMatch(
			/Zeile 2: Wir fördern gute Pflege\.\nDora für Fraktion Grün, eingereicht am .*\nBisher: „Wir fördern die Pflege\.“\nVorschlag: „Wir fördern gute Pflege\.“\nStimmungsbild: 1 Zustimmung, 0 kann ich mittragen, 1 Einwand\nEinwand von Frida: „Nicht messbar\.“\nÜbernommen am/
		);
		expect(said).toMatch(/Begründung: Autos brauchen Platz\.\nAbgelehnt am .* Begründung: Zu laut\./);
		expect(said).toMatch(/Zurückgestellt am .*\nEmil, .*\nKompromiss auf der Grundlage des Vorschlags von: Emil/);
		expect(said).toMatch(/Frida, eingereicht am .*\nZurückgezogen am/);
		expect(said).not.toContain('Tunnel');
		const seen = await readSuggestions(database.db, { tenantId: house.tenantId, id: textId }, '');
		expect(seen.find(({ id }) => id === compromise)?.basis).toEqual({ author: 'Emil', groupName: null });
	});

	test('tell of a tie: every round of the poll, and the letters under which the body gets both', async () => {
		const { textId, dora, emil, suggested } = await drafted();
		const { facilitator, done } = house;
		const suggestionIds = [
			await suggested(dora, 'die Pflege', 'gute Pflege'),
			await suggested(emil, 'die Pflege', 'jede Pflege')
		];
		const agree = async (actor: TestActor) => {
			for (const suggestionId of suggestionIds)
				await done(takeStance, actor, { textId, suggestionId, stance: 'agree' });
		};
		await agree(dora);
		await done(callRunOff, facilitator, { textId, suggestionIds });
		await agree(dora);
		await agree(emil);
		await done(keepVariants, facilitator, { textId, suggestionIds });
		const { minutesId } = await done(beginTextMinutes, facilitator, sitting(textId));
		for (const letter of ['A', 'B'])
			expect(await words(minutesId)).toMatch(
				new RegExp(`, Runde 1: 1 Zust.*\n.*, Runde 2: 2 Zust.*\nGeht als Variante ${letter} weiter am \\d`)
			);
	});

	test('know nothing of the rooms of groups but what was handed in', async () => {
		const { textId, dora } = await drafted();
		const { done, facilitator } = house;
		const room = { textId, groupName: 'Fraktion Grün', headingId: null, personIds: [] };
		const { roomId } = await done(openGroupRoom, dora, room);
		await writeLive(house, roomId, saying('Radwege', 'Radwege und Brücken'));
		await done(handInGroupRoom, dora, { textId: roomId });
		await writeLive(house, roomId, saying('Pflege', 'geheime Pflege'));
		const { minutesId } = await done(beginTextMinutes, facilitator, sitting(textId));
		const said = await words(minutesId);
		expect(said).toContain('Dora für Fraktion Grün');
		expect(said).toContain('Brücken');
		expect(said).not.toMatch(/geheime/);
		expect(said).not.toContain(roomId);
		// A room has no sittings of its own.
		expect(await house.run(beginTextMinutes, dora, sitting(roomId))).toMatchObject({
			problem: { code: 'right.missing' }
		});
		expect(await house.run(beginTextMinutes, facilitator, sitting(roomId))).toMatchObject({ ok: false });
	});

	test('are begun by who leads the text, and not of minutes', async () => {
		const { textId, dora } = await drafted();
		const { run, done, facilitator, member } = house;
		for (const actor of [dora, member, { kind: 'anonymous' } as const])
			expect(await run(beginTextMinutes, actor, sitting(textId))).toMatchObject({ ok: false });
		const { minutesId } = await done(beginTextMinutes, facilitator, sitting(textId));
		expect(await run(beginTextMinutes, facilitator, sitting(minutesId))).toMatchObject({
			problem: { code: 'thing.not-found' }
		});
		const [line] = await database.db
			.select({ facts: auditEvents.facts })
			.from(auditEvents)
			.where(and(eq(auditEvents.command, 'begin-text-minutes'), eq(auditEvents.entityId, minutesId)));
		expect(line?.facts).toEqual({ about: textId });
	});

	test('are written by the person who takes them, whoever began them, and she must be one of the circle', async () => {
		const { textId, dora, suggested } = await drafted();
		const { done, run, facilitator, steering } = house;
		expect(await run(beginTextMinutes, facilitator, sitting(textId, { keeperId: steering.personId }))).toMatchObject({
			problem: { code: 'thing.not-found', kind: 'person' }
		});
		const { minutesId } = await done(beginTextMinutes, facilitator, sitting(textId, { keeperId: dora.personId }));
		expect(await words(minutesId)).toContain('Protokollführung: Dora');
		const minutes = (await findText(database.db, minutesId))!;
		expect(await readMinutesHead(app(), facilitator, minutes)).toMatchObject({
			...{ keeper: 'Dora', day: today(), about: { id: textId, title: 'Vision 2035' } }
		});
		// As one who writes them she decides about objections, and no last day binds her.
		await done(setLastDay, facilitator, { textId: minutesId, until: '2020-01-01' });
		const now = await readLive(house, minutesId);
		const rewordings = changesBetween(now, saying('Frau Weber', 'Frau Dr. Weber')(now));
		const { suggestionIds } = await done(suggestWording, dora, { textId: minutesId, rewordings });
		await done(decideSuggestions, dora, { textId: minutesId, suggestionIds, decision: 'accepted' });
		expect(await words(minutesId)).toContain('Frau Dr. Weber');
		expect(await suggested(dora, 'Radwege', 'Wege')).toBeTruthy();
	});

	test('are listed at their text, the newest first, for who may read them', async () => {
		const { textId, dora, text } = await drafted();
		const { done, facilitator, member } = house;
		const first = await done(beginTextMinutes, facilitator, sitting(textId, { day: '2026-02-01' }));
		const second = await done(beginTextMinutes, facilitator, sitting(textId, { day: '2026-02-08' }));
		await done(freezeText, facilitator, { textId: first.minutesId, keepOpen: false });
		for (const actor of [facilitator, dora])
			expect(await readMinutesAbout(app(), actor, await text())).toMatchObject([
				{ id: second.minutesId, day: '2026-02-08', state: 'open' },
				{ id: first.minutesId, day: '2026-02-01', state: 'frozen' }
			]);
		expect(await readMinutesAbout(app(), member, await text())).toEqual([]);
	});

	test('propose the hours of the last decisions, and tick who took part in them', async () => {
		const { textId, dora, suggested, decides, text } = await drafted();
		const { done, facilitator } = house;
		const empty = await readSittingAtHand(app(), facilitator, await text());
		expect(empty).toMatchObject({ day: today(), from: '', until: '' });
		expect(empty.people.some(({ ticked }) => ticked)).toBe(false);
		const began = house.around.clock();
		await done(discussParagraph, facilitator, { textId, paragraphId: 'p0' });
		const care = await suggested(dora, 'die Pflege', 'gute Pflege');
		await decides(care, 'accepted');
		const hours = await readSittingAtHand(app(), facilitator, await text());
		expect(hours).toMatchObject({ day: today(), from: timeIn(zone, began) });
		const ticked = new Map(hours.people.map((each) => [each.name, each.ticked]));
		expect([ticked.get('Dora'), ticked.get('Emil'), ticked.get('member')]).toEqual([true, false, true]);
		expect(hours.keepers[0]).toMatchObject({ personId: facilitator.personId });
		// What minutes have told is not proposed again.
		await done(beginTextMinutes, facilitator, sitting(textId));
		expect(await readSittingAtHand(app(), facilitator, await text())).toMatchObject({ from: '' });
	});

	test('keep nobody whom the house forgets as their keeper by name', async () => {
		const { textId, dora } = await drafted();
		const { done, facilitator, tenantId } = house;
		const { minutesId } = await done(beginTextMinutes, facilitator, sitting(textId, { keeperId: dora.personId }));
		const admin = { ...house.steering, role: 'admin' } as const;
		await done(erasePerson, admin, { personId: dora.personId });
		expect(await readMinutesHead(app(), facilitator, (await findText(database.db, minutesId))!)).toMatchObject({
			keeper: null
		});
		expect(
			await database.db
				.select()
				.from(textMinutes)
				.where(and(eq(textMinutes.tenantId, tenantId), eq(textMinutes.textId, minutesId)))
		).toHaveLength(1);
	});
});

test('a compromise is built on a suggestion for the same text only', async () => {
	const [one, other] = [await drafted(), await drafted()];
	const foreign = await other.suggested(other.dora, 'Radwege', 'Wege');
	expect(await one.suggests(one.dora, 'Radwege', 'Wege', { basedOn: foreign })).toMatchObject({
		problem: { code: 'thing.not-found', kind: 'suggestion' }
	});
});
