import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { docToPlain, type Doc } from '#domain/texts/doc.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { readBody } from '#text/read-body.ts';
import { changesBetween } from '#text/rewordings/changes.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, type House, type TestActor } from '../../tests/support/house.ts';
import { paperOf, planChain } from '../../tests/support/papers.ts';
import type { OpenDatabase } from '../db/client.ts';
import { listTies } from '../db/repositories/suggestions.ts';
import { listStops } from '../db/repositories/papers.ts';
import { findVersion } from '../db/repositories/texts.ts';
import { readAmendments, readLiveVariants, readVariants } from '../web/amendments.ts';
import { readSuggestions, readTextOnWall } from '../web/suggestions.ts';
import { callRunOff } from './call-run-off.ts';
import { consolidateText } from './consolidate-text.ts';
import { createPaper } from './create-paper.ts';
import { createText } from './create-text.ts';
import { decideAmendment } from './decide-amendment.ts';
import { decideSuggestions } from './decide-suggestions.ts';
import { erasePerson } from './erase-person.ts';
import { freezeText } from './freeze-text.ts';
import { keepResolvedText } from './keep-resolved-text.ts';
import { keepVariants } from './keep-variants.ts';
import { recordOutcome } from './record-outcome.ts';
import { releasePaper } from './release-paper.ts';
import { suggestWording } from './suggest-wording.ts';
import { takeBackTie } from './take-back-tie.ts';
import { takeStance } from './take-stance.ts';
import { withdrawAmendment } from './withdraw-amendment.ts';
import { withdrawSuggestion } from './withdraw-suggestion.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

const care = 'Wir fördern die Pflege. Wir stärken das Ehrenamt.';
const refused = (code: string, more: object = {}) => ({ ok: false, problem: { code, ...more } });

/** A text of the process about care, for which two Fraktionen and a third person suggest other words for one sentence. */
async function drafted() {
	const { facilitator, steering, done, run, tenantId } = house;
	const { db } = database;
	const { textId } = await done(createText, facilitator, {
		...{ processId: house.processId, title: 'Leitsätze', kind: 'vision' }
	});
	const text = { tenantId, id: textId };
	const read = async (): Promise<Doc> => {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, await house.around.documents.readDocument(db, formatDocumentName({ kind: 'text', id: textId })));
		return readBody(doc);
	};
	const suggests = async (actor: TestActor, old: string, young: string, more: object = {}) => {
		const now = await read();
		const rewordings = changesBetween(now, JSON.parse(JSON.stringify(now).replace(old, young)) as Doc);
		return (await done(suggestWording, actor, { textId, rewordings, ...more })).suggestionIds[0]!;
	};
	const decides = (suggestionIds: readonly string[], decision: string, reason = '') =>
		run(decideSuggestions, facilitator, { textId, suggestionIds, decision, reason });
	const [title, empty] = (await read()).content!;
	const begun = changesBetween(
		{ type: 'doc', content: [title!, empty!] },
		{ type: 'doc', content: [title!, { ...empty!, content: [{ type: 'text', text: care }] }] }
	);
	const { suggestionIds } = await done(suggestWording, facilitator, { textId, rewordings: begun });
	await decides(suggestionIds, 'accepted');
	const cdu = await suggests(facilitator, 'die Pflege', 'gute Pflege', { groupName: 'CDU-Fraktion', reason: 'Güte.' });
	const spd = await suggests(steering, 'die Pflege', 'bezahlbare Pflege', { groupName: 'SPD-Fraktion' });
	const third = await suggests(steering, 'die Pflege', 'jede Pflege');
	const stands = (actor: TestActor, suggestionId: string, stance: string | null, objection = '') =>
		run(takeStance, actor, { textId, suggestionId, stance, objection });
	const seen = async (id: string, reader: TestActor = facilitator) =>
		(await readSuggestions(db, text, reader.personId)).find((each) => each.id === id)!;
	const words = async () => docToPlain(await read());
	const runOff = (ids: readonly string[], actor = facilitator) =>
		run(callRunOff, actor, { textId, suggestionIds: ids });
	const variants = (ids: readonly string[], actor = facilitator) =>
		run(keepVariants, actor, { textId, suggestionIds: ids });
	const takesBack = (tieId: string, actor = facilitator) => run(takeBackTie, actor, { textId, tieId });
	const ties = () => listTies(db, tenantId, textId);
	return { textId, text, cdu, spd, third, suggests, decides, stands, seen, words, runOff, variants, takesBack, ties };
}

/** The same after a poll in which both Fraktionen have two voices each and the third person has one. */
async function tied() {
	const all = await drafted();
	const { facilitator, steering } = house;
	for (const id of [all.cdu, all.spd]) {
		await all.stands(facilitator, id, 'agree');
		await all.stands(steering, id, 'agree');
	}
	await all.stands(facilitator, all.third, 'agree');
	return all;
}

describe('a run-off', () => {
	test('takes the poll anew for the tied ones, keeps the first round and puts the others off', async () => {
		const { cdu, spd, third, stands, seen, runOff } = await tied();
		await stands(house.steering, cdu, 'object', 'Zu ungenau.');
		await stands(house.steering, spd, 'object', 'Zu teuer.');
		await stands(house.steering, third, 'object', 'Zu viel.');
		expect(await runOff([cdu, spd])).toEqual(refused('suggestion.no-tie'));
		await stands(house.facilitator, third, null);
		expect(await runOff([spd, cdu])).toMatchObject({ ok: true, value: { round: 2, tied: 2, deferred: 1 } });
		expect(await seen(cdu)).toMatchObject({
			state: 'open',
			round: 2,
			stances: { agree: 0, bearable: 0, object: 0 },
			earlier: [{ agree: 1, bearable: 0, object: 1 }],
			myStance: null,
			objections: [{ text: 'Zu ungenau.', round: 1 }]
		});
		expect(await seen(third)).toMatchObject({ state: 'deferred', round: 1, stances: { object: 1 } });
		await stands(house.facilitator, cdu, 'agree');
		await stands(house.facilitator, spd, 'bearable');
		expect(await seen(cdu)).toMatchObject({ stances: { agree: 1 }, myStance: 'agree', earlier: [{ agree: 1 }] });
		expect(await runOff([cdu, spd])).toEqual(refused('suggestion.no-tie'));
	});

	test('is taken back with what was said in it; the round before holds again', async () => {
		const { cdu, spd, third, stands, seen, runOff, takesBack, ties } = await tied();
		const called = await runOff([cdu, spd]);
		const tieId = called.ok ? called.value.tieId : '';
		await stands(house.facilitator, cdu, 'object', 'Doch nicht.');
		expect(await takesBack(tieId)).toMatchObject({ ok: true });
		expect(await seen(cdu)).toMatchObject({ round: 1, stances: { agree: 2, object: 0 }, earlier: [], objections: [] });
		expect(await seen(third)).toMatchObject({ state: 'open', decision: null });
		expect(await ties()).toEqual([]);
		expect(await takesBack(tieId)).toEqual(refused('thing.changed-meanwhile', { kind: 'tie' }));
		expect(await runOff([cdu, spd])).toMatchObject({ ok: true, value: { round: 2 } });
	});

	test('can end in a tie, too, and then only the last one is taken back', async () => {
		const { cdu, spd, stands, seen, runOff, variants, takesBack, ties, decides } = await tied();
		const tieOf = (answer: Awaited<ReturnType<typeof runOff>>) => (answer.ok ? answer.value.tieId : '');
		const first = tieOf(await runOff([cdu, spd]));
		for (const id of [cdu, spd]) await stands(house.steering, id, 'bearable');
		const second = tieOf(await runOff([cdu, spd]));
		expect(await seen(spd)).toMatchObject({ round: 3, earlier: [{ agree: 2 }, { bearable: 1 }] });
		expect(await takesBack(first)).toEqual(refused('suggestion.decided'));
		expect(await takesBack(second)).toMatchObject({ ok: true });
		await variants([cdu, spd]);
		expect(await takesBack(first)).toEqual(refused('suggestion.decided'));
		expect(await takesBack((await ties())[0]!.id)).toMatchObject({ ok: true });
		await decides([cdu], 'accepted');
		expect(await takesBack(first)).toEqual(refused('suggestion.decided'));
	});

	test('is called once, however many leads call it at the same moment', async () => {
		const { cdu, spd, runOff, variants, ties } = await tied();
		const answers = await Promise.all([runOff([cdu, spd]), runOff([cdu, spd], house.steering), variants([cdu, spd])]);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		expect(answers.filter(({ ok }) => !ok)).toEqual([refused('suggestion.no-tie'), refused('suggestion.no-tie')]);
		expect(await ties()).toHaveLength(1);
	});

	test('needs a tie, between all that are tied and nobody else', async () => {
		const { cdu, spd, third, runOff, variants, stands } = await tied();
		for (const wrong of [
			[cdu, third],
			[cdu, spd, third]
		]) {
			expect(await runOff(wrong)).toEqual(refused('suggestion.no-tie'));
			expect(await variants(wrong)).toEqual(refused('suggestion.no-tie'));
		}
		await stands(house.steering, third, 'agree');
		expect(await runOff([cdu, spd])).toEqual(refused('suggestion.no-tie'));
		expect(await runOff([cdu, spd, third])).toMatchObject({ ok: true });
	});
});

describe('variants', () => {
	test('stay open under their letters, are decided by nobody here, and go along when a round ends', async () => {
		const { textId, cdu, spd, third, decides, stands, seen, variants } = await tied();
		expect(await variants([spd, cdu])).toMatchObject({ ok: true, value: { letters: 'A, B' } });
		expect(await seen(cdu)).toMatchObject({ state: 'variant', variant: 1, decision: null, stances: { agree: 2 } });
		expect(await seen(spd)).toMatchObject({ state: 'variant', variant: 2 });
		for (const decision of ['accepted', 'deferred', 'open'])
			expect(await decides([cdu], decision)).toEqual(refused('suggestion.decided'));
		expect(await stands(house.facilitator, cdu, null)).toEqual(refused('suggestion.decided'));
		const own = { textId, suggestionId: cdu };
		expect(await house.run(withdrawSuggestion, house.facilitator, own)).toEqual(refused('suggestion.decided'));
		const counts = await house.done(consolidateText, house.facilitator, { textId });
		expect(counts).toMatchObject({ number: '1', open: 1, variants: 2 });
		expect(await seen(cdu)).toMatchObject({ state: 'variant' });
		expect(await seen(third)).toMatchObject({ state: 'open' });
	});

	test('of another passage get the next letters, and letters that were given back are used again', async () => {
		const { cdu, spd, suggests, stands, seen, variants, takesBack, ties } = await tied();
		await variants([cdu, spd]);
		const roads = await suggests(house.facilitator, 'das Ehrenamt', 'alle Ehrenämter');
		const others = await suggests(house.steering, 'das Ehrenamt', 'jedes Ehrenamt');
		for (const id of [roads, others]) await stands(house.facilitator, id, 'agree');
		expect(await variants([roads, others])).toMatchObject({ value: { letters: 'C, D' } });
		await takesBack((await ties())[1]!.id);
		expect(await seen(cdu)).toMatchObject({ state: 'open', variant: null, stances: { agree: 2 } });
		expect(await variants([cdu, spd])).toMatchObject({ value: { letters: 'A, B' } });
	});

	test('stand beside every version, with their lines; the version itself keeps its words', async () => {
		const { textId, text, cdu, spd, variants, takesBack, ties } = await tied();
		const { facilitator, tenantId, done } = house;
		const freeze = async (keepOpen = true) => (await done(freezeText, facilitator, { textId, keepOpen })).number;
		expect(await freeze()).toBe('1');
		await variants([cdu, spd]);
		expect(await freeze()).toBe('2');
		expect(await freeze()).toBe('2');
		const beside = async (number: string) =>
			readVariants(database.db, text, (await findVersion(database.db, tenantId, textId, number))!);
		expect(await beside('1')).toEqual([]);
		expect(await beside('2')).toMatchObject([
			{ number: -1, groupName: 'CDU-Fraktion', lines: { first: 2, last: 2 }, state: 'handed-in' },
			{ number: -2, groupName: 'SPD-Fraktion', lines: { first: 2, last: 2 } }
		]);
		await takesBack((await ties())[0]!.id);
		expect(await freeze()).toBe('3');
		expect(await beside('3')).toEqual([]);
		await variants([cdu, spd]);
		const [tie] = await ties();
		expect(await freeze(false)).toBe('4');
		expect(await takesBack(tie!.id)).toMatchObject(refused('document.frozen'));
		expect(await beside('4')).toHaveLength(2);
	});

	test('are never lost: a version is not kept while one of them has no place in it', async () => {
		const { textId, third, cdu, spd, decides, variants } = await tied();
		await variants([cdu, spd]);
		await decides([third], 'accepted');
		const unfit = refused('suggestion.variant-unfit', { variant: 1 });
		const { facilitator, run } = house;
		expect(await run(freezeText, facilitator, { textId, keepOpen: true })).toEqual(unfit);
		expect(await run(consolidateText, facilitator, { textId })).toEqual(unfit);
	});

	test('are chosen between by the body: what it accepts is in the text, and the others are settled', async () => {
		const { textId, text, cdu, spd, variants } = await tied();
		const { facilitator, tenantId, done, run } = house;
		await variants([cdu, spd]);
		await done(freezeText, facilitator, { textId, keepOpen: false });
		const version = (await findVersion(database.db, tenantId, textId, '1'))!;
		const seen = async () => (await readAmendments(database.db, text, version, facilitator.personId)).amendments;
		const states = async () => (await seen()).map(({ number, state }) => [number, state]);
		const idOf = async (number: number) => (await seen()).find((each) => each.number === number)!.id;
		const on = { textId, number: '1' };
		const decides = async (number: number, state: string) =>
			run(decideAmendment, facilitator, { ...on, amendmentId: await idOf(number), state });
		expect((await seen()).map(({ collisions }) => collisions)).toEqual([[-2], [-1]]);
		const hers = { ...on, amendmentId: await idOf(-1) };
		expect(await run(withdrawAmendment, facilitator, hers)).toEqual(refused('thing.not-found', { kind: 'amendment' }));
		expect(await decides(-2, 'accepted')).toMatchObject({ ok: true, value: { following: 1 } });
		expect(await states()).toEqual([
			[-1, 'settled'],
			[-2, 'accepted']
		]);
		await decides(-2, 'handed-in');
		expect((await states()).map(([, state]) => state)).toEqual(['handed-in', 'handed-in']);
		await decides(-2, 'accepted');
		expect(await decides(-1, 'accepted')).toEqual(refused('amendment.variant-does-not-fit', { variant: 2 }));
		await done(keepResolvedText, facilitator, on);
		const resolved = await findVersion(database.db, tenantId, textId, '2');
		expect(docToPlain(resolved!.doc)).toBe('Leitsätze\nWir fördern bezahlbare Pflege. Wir stärken das Ehrenamt.');
	});

	test('go into the paper with the words, and the body that decides cannot leave them undecided', async () => {
		const { textId, cdu, spd, variants } = await tied();
		const { facilitator, steering, tenantId, done, run } = house;
		const { db } = database;
		await variants([cdu, spd]);
		await done(freezeText, facilitator, { textId, keepOpen: true });
		const { id: textVersionId } = (await findVersion(db, tenantId, textId, '1'))!;
		const { versionId: _, ...facts } = paperOf(house);
		const paper = await done(createPaper, steering, { ...facts, textVersionId });
		const proposal = { tenantId, id: paper.textId };
		const doc = new Y.Doc();
		const name = formatDocumentName({ kind: 'text', id: paper.textId });
		Y.applyUpdate(doc, await house.around.documents.readDocument(db, name));
		expect(await readLiveVariants(db, proposal, readBody(doc))).toMatchObject([
			{ number: -1, groupName: 'CDU-Fraktion', lines: { first: 2, last: 2 } },
			{ number: -2, groupName: 'SPD-Fraktion', lines: { first: 2, last: 2 } }
		]);
		expect(await listTies(db, tenantId, paper.textId)).toMatchObject([{ kind: 'variants' }]);

		const stops = await planChain(house, paper.paperId);
		await done(releasePaper, steering, { paperId: paper.paperId });
		for (const consultationId of [stops.aws, stops.kreisausschuss])
			await done(recordOutcome, steering, { consultationId, outcome: 'adopted' });
		const council = { consultationId: stops.kreistag, outcome: 'adopted' };
		expect(await run(recordOutcome, steering, council)).toEqual(refused('outcome.variants-undecided'));
		const version = (await findVersion(db, tenantId, paper.textId, '1'))!;
		const { amendments } = await readAmendments(db, proposal, version, '');
		const second = amendments.find(({ number }) => number === -2)!;
		const on = { textId: paper.textId, number: '1' };
		await done(decideAmendment, steering, { ...on, amendmentId: second.id, state: 'accepted' });
		const { textVersionId: amendedVersionId } = await done(keepResolvedText, steering, on);
		await done(recordOutcome, steering, { ...council, outcome: 'amended', amendedVersionId });
		const last = (await listStops(db, tenantId, paper.paperId)).at(-1);
		expect(docToPlain(last!.result!.doc)).toContain('Wir fördern bezahlbare Pflege.');
	});

	test('of the title of a text keep it in the paper', async () => {
		const { textId, suggests, stands, variants } = await drafted();
		const { facilitator, steering, tenantId, done } = house;
		const [one, other] = [
			await suggests(facilitator, '"Leitsätze"', '"Leitbild"'),
			await suggests(steering, '"Leitsätze"', '"Vision"')
		];
		for (const id of [one, other]) await stands(steering, id, 'agree');
		expect(await variants([one, other])).toMatchObject({ ok: true });
		await done(freezeText, facilitator, { textId, keepOpen: true });
		const { id: textVersionId } = (await findVersion(database.db, tenantId, textId, '1'))!;
		const { versionId: _, ...facts } = paperOf(house);
		const { paperId } = await done(createPaper, steering, { ...facts, textVersionId });
		await planChain(house, paperId);
		await done(releasePaper, steering, { paperId });
	});
});

test('only who decides about suggestions settles ties and takes that back', async () => {
	const { cdu, spd, runOff, variants, takesBack, ties } = await tied();
	const missing = refused('right.missing', { action: 'text.decide' });
	expect(await runOff([cdu, spd], house.member)).toEqual(missing);
	expect(await variants([cdu, spd], house.member)).toEqual(missing);
	await runOff([cdu, spd]);
	expect(await takesBack((await ties())[0]!.id, house.member)).toEqual(missing);
});

test('of a person who is erased, what she said in earlier rounds goes, too; the wall never has a name', async () => {
	const { text, cdu, spd, third, stands, seen, runOff } = await tied();
	for (const id of [cdu, spd]) await stands(house.steering, id, 'object', 'Sagt die Steuerung.');
	await stands(house.facilitator, cdu, 'agree');
	await stands(house.steering, third, 'object', 'Nein.');
	await stands(house.facilitator, third, null);
	await runOff([cdu, spd]);
	expect(await seen(cdu)).toMatchObject({ earlier: [{ agree: 1, object: 1 }], objections: [{ round: 1 }] });
	const wall = await readTextOnWall(database.db, text);
	expect(wall.suggestions.every(({ author, objections }) => author === null && objections.length === 0)).toBe(true);
	const admin: TestActor = { ...house.facilitator, role: 'admin' };
	await house.done(erasePerson, admin, { personId: house.steering.personId });
	expect(await seen(cdu)).toMatchObject({ round: 2, earlier: [{ agree: 1, object: 0 }], objections: [] });
});
