import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { docToPlain, type Doc, type DocNode } from '#domain/texts/doc.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { readBody } from '#text/read-body.ts';
import { changesBetween } from '#text/rewordings/changes.ts';
import type { Rewording } from '#text/rewordings/rewording.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { comeIn } from '../../tests/support/live-house.ts';
import { furnish, holdWorkshop, type House, type TestActor } from '../../tests/support/house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { findVersion } from '../db/repositories/texts.ts';
import { readSuggestions } from '../web/suggestions.ts';
import { consolidateText } from './consolidate-text.ts';
import { createText } from './create-text.ts';
import { decideSuggestions } from './decide-suggestions.ts';
import { erasePerson } from './erase-person.ts';
import { freezeText } from './freeze-text.ts';
import { muteParticipant } from './mute-participant.ts';
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

const care = 'Wir fördern die Pflege. Wir stärken das Ehrenamt.';

/** A text in a session, with words in it, and two guests who may only suggest. */
async function drafted() {
	const { facilitator, done } = house;
	const { sessionId } = await holdWorkshop(house, ['Radwege']);
	const { textId } = await done(createText, facilitator, { sessionId, title: 'Vision 2035', kind: 'vision' });
	const [{ guest: dora, participantId }, { guest: emil }] = await Promise.all([
		comeIn(house, sessionId, 'Dora'),
		comeIn(house, sessionId, 'Emil')
	]);
	const read = async (): Promise<Doc> => {
		const doc = new Y.Doc();
		const name = formatDocumentName({ kind: 'text', id: textId });
		Y.applyUpdate(doc, await house.around.documents.readDocument(database.db, name));
		return readBody(doc);
	};
	/** The rewordings that make one sentence of the text another. */
	const saying = async (old: string, young: string): Promise<Rewording[]> => {
		const now = await read();
		return changesBetween(now, JSON.parse(JSON.stringify(now).replace(old, young)) as Doc);
	};
	const suggests = async (actor: TestActor, rewordings: readonly Rewording[], reason = '') =>
		(await done(suggestWording, actor, { textId, rewordings, reason })).suggestionIds;
	const decides = (suggestionIds: readonly string[], decision: string, reason = '') =>
		house.run(decideSuggestions, facilitator, { textId, suggestionIds, decision, reason });
	const seen = (actor: TestActor) =>
		readSuggestions(database.db, { tenantId: house.tenantId, id: textId }, actor.personId);
	const words = async () => docToPlain(await read());
	const first = (await read()).content!;
	const begun = changesBetween(
		{ type: 'doc', content: first },
		{ type: 'doc', content: [first[0]!, { ...first[1]!, content: [{ type: 'text', text: care }] }] }
	);
	await decides(await suggests(facilitator, begun), 'accepted');
	return { sessionId, textId, dora, emil, participantId, read, saying, suggests, decides, seen, words };
}

describe('a suggestion', () => {
	test('changes nothing until it is accepted, and then exactly what it says', async () => {
		const { dora, saying, suggests, decides, seen, words } = await drafted();
		const [id] = await suggests(dora, await saying('die Pflege', 'gute Pflege'), 'Es geht um Güte.');
		expect(await words()).toContain('die Pflege');
		expect((await seen(house.facilitator)).at(-1)).toMatchObject({
			id,
			author: 'Dora',
			mine: false,
			reason: 'Es geht um Güte.'
		});
		expect(await decides([id!], 'accepted')).toMatchObject({ ok: true });
		expect(await words()).toBe('Vision 2035\nWir fördern gute Pflege. Wir stärken das Ehrenamt.');
		expect((await seen(dora)).at(-1)).toMatchObject({ state: 'accepted', mine: true, decision: { reason: '' } });
	});

	test('about a sentence that says something else by now is not written over it', async () => {
		const { dora, emil, saying, suggests, decides, words } = await drafted();
		const [hers] = await suggests(dora, await saying('die Pflege', 'gute Pflege'));
		const [his] = await suggests(emil, await saying('fördern', 'sichern'));
		const [other] = await suggests(emil, await saying('das Ehrenamt', 'alle Ehrenämter'));
		await decides([hers!], 'accepted');
		expect(await decides([his!], 'accepted')).toEqual({ ok: false, problem: { code: 'suggestion.disputed' } });
		expect(await decides([his!, other!], 'accepted')).toMatchObject({
			ok: true,
			value: { decided: [other], left: [{ id: his, why: 'disputed' }] }
		});
		expect(await words()).toContain('Wir fördern gute Pflege. Wir stärken alle Ehrenämter.');
	});

	test('whose passage was deleted meanwhile is kept with its context', async () => {
		const { dora, saying, suggests, decides, seen, read } = await drafted();
		const [hers] = await suggests(dora, await saying('die Pflege', 'gute Pflege'));
		const now = await read();
		const without = changesBetween(now, { type: 'doc', content: now.content!.slice(0, 1) });
		await decides(await suggests(house.facilitator, without), 'accepted');
		expect(await decides([hers!], 'accepted')).toEqual({ ok: false, problem: { code: 'suggestion.gone' } });
		const kept = (await seen(dora)).find(({ id }) => id === hers)!;
		expect(kept).toMatchObject({ state: 'open', heading: 'Vision 2035' });
		expect(docToPlain({ type: 'doc', content: [...kept.before] })).toBe(care);
	});

	test('made on an older text is brought onto what it says today', async () => {
		const { dora, emil, saying, suggests, decides, seen, words } = await drafted();
		const older = await saying('das Ehrenamt', 'alle Ehrenämter');
		await decides(await suggests(emil, await saying('die Pflege', 'gute Pflege')), 'accepted');
		const [id] = await suggests(dora, older);
		expect(docToPlain({ type: 'doc', content: [...(await seen(dora)).at(-1)!.before] })).toContain('gute Pflege');
		await decides([id!], 'accepted');
		expect(await words()).toContain('Wir fördern gute Pflege. Wir stärken alle Ehrenämter.');
	});

	test('is rejected with a reason, put off, taken up again and taken back by who made it', async () => {
		const { textId, dora, emil, saying, suggests, decides, seen } = await drafted();
		const [id] = await suggests(dora, await saying('die Pflege', 'gute Pflege'));
		expect(await decides([id!], 'rejected')).toEqual({ ok: false, problem: { code: 'suggestion.reason-missing' } });
		await decides([id!], 'deferred');
		await decides([id!], 'rejected', 'Steht schon in Leitsatz 2.');
		expect((await seen(emil)).at(-1)).toMatchObject({
			state: 'rejected',
			decision: { reason: 'Steht schon in Leitsatz 2.' }
		});
		expect(await decides([id!], 'accepted')).toEqual({ ok: false, problem: { code: 'suggestion.decided' } });
		await decides([id!], 'open');
		const back = { textId, suggestionId: id };
		expect(await house.run(withdrawSuggestion, emil, back)).toMatchObject({ problem: { code: 'thing.not-found' } });
		await house.done(withdrawSuggestion, dora, back);
		expect((await seen(dora)).some((each) => each.id === id)).toBe(false);
	});

	test('of somebody who lies about the text changes nothing but herself', async () => {
		const { textId, dora, read, saying, suggests, seen, words } = await drafted();
		const [passage] = (await saying('die Pflege', 'gute Pflege'))!;
		const evil: DocNode = {
			type: 'paragraph',
			attrs: { id: 'x', onclick: 'alert(1)' },
			content: [{ type: 'text', text: 'Hier', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }]
		};
		const before = await read();
		const lie = passage!.before.map((node) => ({ ...node, content: [{ type: 'text', text: 'Das stand nie da.' }] }));
		await suggests(dora, [{ before: lie, after: [evil] }]);
		expect(await read()).toEqual(before);
		expect(JSON.stringify((await seen(dora)).at(-1))).not.toMatch(/javascript|onclick/);
		const tries = [
			{ before: [{ type: 'paragraph' }], after: [evil] },
			{ before: passage!.before, after: [{ type: 'tableRow' }] },
			{ before: passage!.before, after: nested(200) }
		];
		for (const wrong of tries)
			expect(await house.run(suggestWording, dora, { textId, rewordings: [wrong] })).toEqual({
				ok: false,
				problem: { code: 'suggestion.no-passage' }
			});
		const same = { textId, rewordings: [{ before: passage!.before, after: passage!.before }] };
		expect(await house.run(suggestWording, dora, same)).toMatchObject({ problem: { code: 'suggestion.says-nothing' } });
		expect(await words()).toContain(care);
	});

	test('comes from everybody who takes part and is not muted, and is decided by who leads the text', async () => {
		const { sessionId, textId, dora, participantId, saying, suggests } = await drafted();
		const rewordings = await saying('die Pflege', 'gute Pflege');
		const [id] = await suggests(dora, rewordings);
		const decision = { textId, suggestionIds: [id], decision: 'accepted' };
		expect(await house.run(decideSuggestions, dora, decision)).toMatchObject({ problem: { code: 'right.missing' } });
		await house.done(muteParticipant, house.facilitator, { sessionId, participantId, muted: true });
		expect(await house.run(suggestWording, dora, { textId, rewordings })).toMatchObject({
			problem: { code: 'right.missing' }
		});
	});

	test('is polled quickly: one stance for each, objections in words', async () => {
		const { textId, dora, emil, saying, suggests, seen } = await drafted();
		const [suggestionId] = await suggests(dora, await saying('die Pflege', 'gute Pflege'));
		const about = { textId, suggestionId };
		await house.done(takeStance, dora, { ...about, stance: 'agree' });
		expect(await house.run(takeStance, emil, { ...about, stance: 'object' })).toMatchObject({
			problem: { code: 'suggestion.reason-missing' }
		});
		await house.done(takeStance, emil, { ...about, stance: 'object', objection: 'Zu teuer.' });
		await house.done(takeStance, emil, { ...about, stance: 'bearable' });
		await house.done(takeStance, house.facilitator, { ...about, stance: 'object', objection: 'Nicht messbar.' });
		expect((await seen(emil)).at(-1)).toMatchObject({
			stances: { agree: 1, bearable: 1, object: 1 },
			myStance: 'bearable',
			objections: [{ text: 'Nicht messbar.' }]
		});
	});
});

describe('a round', () => {
	test('ends with a version, says what became of the suggestions and takes along what waits', async () => {
		const { textId, dora, emil, saying, suggests, decides, words } = await drafted();
		const { facilitator, done, tenantId } = house;
		const [first] = await suggests(dora, await saying('die Pflege', 'gute Pflege'));
		await suggests(emil, await saying('fördern', 'sichern'));
		const [third] = await suggests(emil, await saying('das Ehrenamt', 'alle Ehrenämter'));
		await decides([first!], 'accepted');
		await decides([third!], 'rejected', 'Zu viele.');
		const counts = { accepted: 2, rejected: 1, open: 1, unanchored: 1, variants: 0 };
		expect(await done(consolidateText, facilitator, { textId })).toEqual({ number: '1', ...counts });
		expect((await findVersion(database.db, tenantId, textId, '1'))!.doc).toBeDefined();
		expect(await done(consolidateText, facilitator, { textId })).toMatchObject({ accepted: 0, rejected: 0, open: 1 });
		expect(await words()).toContain('gute Pflege');
	});

	test('of a text that is frozen takes no more suggestions', async () => {
		const { textId, dora, saying, suggests, decides } = await drafted();
		const rewordings = await saying('die Pflege', 'gute Pflege');
		const [id] = await suggests(dora, rewordings);
		await house.done(freezeText, house.facilitator, { textId, keepOpen: false });
		expect(await house.run(suggestWording, dora, { textId, rewordings })).toMatchObject({
			problem: { code: 'document.frozen' }
		});
		expect(await decides([id!], 'accepted')).toMatchObject({ problem: { code: 'document.frozen' } });
	});
});

test('of a person who is erased, reasons and stances are emptied, the wording stays without a name', async () => {
	const { textId, dora, saying, suggests, seen } = await drafted();
	const [suggestionId] = await suggests(dora, await saying('die Pflege', 'gute Pflege'), 'Weil Dora es sagt.');
	await house.done(takeStance, dora, { textId, suggestionId, stance: 'object', objection: 'Dora ist krank.' });
	const admin: TestActor = { ...house.steering, role: 'admin' };
	await house.done(erasePerson, admin, { personId: dora.personId });
	const left = (await seen(house.facilitator)).at(-1)!;
	expect(left).toMatchObject({ author: null, reason: '', objections: [] });
	expect(JSON.stringify(left.after)).toContain('gute Pflege');
});

function nested(depth: number): DocNode[] {
	let node: DocNode = { type: 'paragraph' };
	for (let at = 0; at < depth; at++) node = { type: 'bulletList', content: [{ type: 'listItem', content: [node] }] };
	return [node];
}
