import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/texts/canonical-json.ts';
import { docToPlain, type Doc, type DocNode } from '#domain/texts/doc.ts';
import { changesBetween } from '#text/rewordings/changes.ts';
import { helmstedtText } from '../../tests/support/helmstedt-proposal.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, type House, type TestActor } from '../../tests/support/house.ts';
import { releasedPaper } from '../../tests/support/papers.ts';
import type { OpenDatabase } from '../db/client.ts';
import { findVersion } from '../db/repositories/texts.ts';
import { listStops } from '../db/repositories/papers.ts';
import { textVersions } from '../db/schema/processes.ts';
import { processMembers } from '../db/schema/processes.ts';
import { newId, sha256 } from '../ids.ts';
import { readAmendments } from '../web/amendments.ts';
import { createText } from './create-text.ts';
import { decideAmendment } from './decide-amendment.ts';
import { decideSuggestions } from './decide-suggestions.ts';
import { erasePerson } from './erase-person.ts';
import { freezeText } from './freeze-text.ts';
import { handInAmendment } from './hand-in-amendment.ts';
import { keepResolvedText } from './keep-resolved-text.ts';
import { orderAmendments } from './order-amendments.ts';
import { recommendAmendment } from './recommend-amendment.ts';
import { recordOutcome } from './record-outcome.ts';
import { suggestWording } from './suggest-wording.ts';
import { withdrawAmendment } from './withdraw-amendment.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
	const { tenantId, processId, member } = house;
	await database.db.insert(processMembers).values({ tenantId, processId, personId: member.personId, role: 'member' });
});
afterAll(() => database.close());

/** The proposal of Helmstedt as version 1 of a text. */
async function proposed(doc: Doc = helmstedtText()) {
	const { facilitator, member, tenantId, processId, done } = house;
	const { textId } = await done(createText, facilitator, { processId, title: 'Strategische Ziele', kind: 'proposal' });
	const begun = await done(freezeText, facilitator, { textId, keepOpen: true });
	const { db } = database;
	// The words come from elsewhere than the editor, and so they have no ids.
	const plain = docToPlain(doc);
	await db
		.update(textVersions)
		.set({ doc, plain, sha256: sha256(canonicalJson(doc)) })
		.where(and(eq(textVersions.tenantId, tenantId), eq(textVersions.id, begun.textVersionId)));
	return amending(textId, member);
}

/** What people do with motions to version 1 of a text. */
function amending(textId: string, mover: TestActor) {
	const { facilitator, tenantId, done, run } = house;
	const on = { textId, number: '1' };
	const version = async (number = '1') => (await findVersion(database.db, tenantId, textId, number))!;
	const seen = async (reader: TestActor = facilitator) =>
		(await readAmendments(database.db, { tenantId, id: textId }, await version(), reader.personId)).amendments;
	const words = async (old: string, young: string) => {
		const doc = (await readAmendments(database.db, { tenantId, id: textId }, await version(), '')).doc;
		return changesBetween(doc, JSON.parse(JSON.stringify(doc).replace(old, young)) as Doc)[0]!;
	};
	const moves = async (old: string, young: string, groupName = 'CDU-Fraktion', more: Record<string, unknown> = {}) =>
		done(handInAmendment, mover, { ...on, ...(await words(old, young)), groupName, ...more });
	const decides = (amendmentId: string, state: string, more: Record<string, unknown> = {}) =>
		run(decideAmendment, facilitator, { ...on, amendmentId, state, ...more });
	const keeps = () => run(keepResolvedText, facilitator, on);
	return { textId, on, version, seen, words, moves, decides, keeps };
}

const refused = (code: string, more: Record<string, unknown> = {}) => ({ ok: false, problem: { code, ...more } });

describe('an amendment motion', () => {
	test('names its lines, its group and its number', async () => {
		const { moves, seen } = await proposed();
		expect(await moves('ab 2026 werden', 'ab 2027 werden')).toMatchObject({ amendment: 1 });
		expect(await moves('Themenpaten', 'Patinnen', 'SPD-Fraktion', { reason: 'Alle.' })).toMatchObject({ amendment: 2 });
		const both = [...(await seen(house.member))].sort((a, b) => a.number - b.number);
		expect(both).toMatchObject([
			{ number: 1, groupName: 'CDU-Fraktion', mine: true, lines: { first: 3, last: 3 }, state: 'handed-in' },
			{ number: 2, groupName: 'SPD-Fraktion', reason: 'Alle.', lines: { first: 6, last: 6 } }
		]);
		expect(both[1]!.before).toHaveLength(1);
	});

	test('keeps its number: two at once get two, and one that was withdrawn leaves its own to nobody', async () => {
		const { on, moves, seen } = await proposed();
		const ids = await Promise.all([moves('90.000', '95.000'), moves('90.000', '85.000'), moves('bestehen', 'siegen')]);
		expect(ids.map(({ amendment }) => amendment).sort()).toEqual([1, 2, 3]);
		const last = ids.find(({ amendment }) => amendment === 3)!;
		await house.done(withdrawAmendment, house.member, { ...on, amendmentId: last.amendmentId });
		expect(await moves('bestehen', 'siegen')).toMatchObject({ amendment: 4 });
		expect((await seen()).map(({ number }) => number).sort()).toEqual([1, 2, 3, 4]);
	});

	test('is about words that stand in the version, and changes them', async () => {
		const { on, words, version } = await proposed();
		const { before, after } = await words('90.000', '95.000');
		const tries = (rewording: object, number = '1') =>
			house.run(handInAmendment, house.member, { ...on, number, before, after, ...rewording });
		const lie = before.map((node): DocNode => ({ ...node, content: [{ type: 'text', text: 'Das stand nie da.' }] }));
		expect(await tries({ before: lie })).toEqual(refused('amendment.not-in-version'));
		const stranger = before.map((node): DocNode => ({ ...node, attrs: { id: 'nobody' } }));
		expect(await tries({ before: stranger })).toEqual(refused('amendment.not-in-version'));
		expect(await tries({ after: before })).toEqual(refused('amendment.says-nothing'));
		expect(await tries({ after: [{ type: 'tableRow' }] })).toEqual(refused('amendment.not-in-version'));
		expect(await tries({}, '2')).toEqual(refused('thing.not-found', { kind: 'text-version' }));
		expect(await tries({ suggestionId: newId() })).toEqual(refused('thing.not-found', { kind: 'suggestion' }));
		expect((await version()).doc).toEqual(helmstedtText());
	});

	test('can go on from a suggestion for the live text', async () => {
		const { textId, moves, seen } = await proposed();
		const rewording = { before: [{ type: 'paragraph', attrs: { id: 'gone' } }], after: [] };
		const { suggestionIds } = await house.done(suggestWording, house.member, { textId, rewordings: [rewording] });
		const [suggestionId] = suggestionIds;
		await house.done(decideSuggestions, house.facilitator, { textId, suggestionIds, decision: 'amendment' });
		await moves('90.000', '95.000', '', { suggestionId });
		expect(await seen()).toMatchObject([{ groupName: '', suggestionId }]);
	});

	test('is withdrawn by who handed it in, before anybody has decided', async () => {
		const { on, moves, decides } = await proposed();
		const { amendmentId } = await moves('90.000', '95.000');
		const taken = (actor: TestActor) => house.run(withdrawAmendment, actor, { ...on, amendmentId });
		expect(await taken(house.facilitator)).toEqual(refused('thing.not-found', { kind: 'amendment' }));
		await decides(amendmentId, 'rejected');
		expect(await taken(house.member)).toEqual(refused('amendment.decided'));
		await decides(amendmentId, 'handed-in');
		expect(await taken(house.member)).toMatchObject({ ok: true });
		expect(await decides(amendmentId, 'accepted')).toEqual(refused('amendment.decided'));
	});

	test('is led by those who decide about the text, and by nobody else', async () => {
		const { on, moves } = await proposed();
		const { amendmentId } = await moves('90.000', '95.000');
		const missing = { ok: false, problem: { code: 'right.missing' } };
		const { member, run } = house;
		expect(await run(decideAmendment, member, { ...on, amendmentId, state: 'accepted' })).toMatchObject(missing);
		expect(await run(orderAmendments, member, { ...on, amendmentIds: [amendmentId] })).toMatchObject(missing);
		expect(await run(keepResolvedText, member, on)).toMatchObject(missing);
		const advice = { ...on, amendmentId, recommendation: 'reject', words: 'Zu viele.' };
		expect(await run(recommendAmendment, member, advice)).toMatchObject(missing);
		expect(await run(recommendAmendment, house.facilitator, advice)).toMatchObject({ ok: true });
	});
});

describe('the order of votes', () => {
	test('begins with what reaches furthest, and people can change it', async () => {
		const { on, moves, seen } = await proposed();
		const small = await moves('ab 2026 werden', 'ab 2027 werden');
		const large = await moves('Im Wettbewerb um Menschen bestehen', 'Menschen gewinnen');
		expect((await seen()).map(({ number }) => number)).toEqual([2, 1]);
		const order = (amendmentIds: string[]) => house.run(orderAmendments, house.facilitator, { ...on, amendmentIds });
		expect(await order([small.amendmentId])).toEqual(refused('thing.changed-meanwhile', { kind: 'amendments' }));
		expect(await order([small.amendmentId, large.amendmentId])).toMatchObject({ ok: true });
		await moves('Strategierat: AWS und Themenpaten', 'Strategierat');
		expect((await seen()).map(({ number }) => number)).toEqual([1, 2, 3]);
	});
});

describe('a decision', () => {
	test('is not taken against one that was taken before', async () => {
		const { moves, decides, seen } = await proposed();
		const [one, other] = [await moves('90.000', '95.000'), await moves('90.000', '85.000')];
		expect((await seen()).map(({ collisions }) => collisions)).toEqual([[2], [1]]);
		await decides(one.amendmentId, 'accepted');
		const unfit = refused('amendment.does-not-fit', { number: 2 });
		expect(await decides(other.amendmentId, 'accepted')).toEqual(unfit);
		expect(await decides(other.amendmentId, 'settled')).toMatchObject({ ok: true });
		expect((await seen()).map(({ collisions }) => collisions)).toEqual([[], []]);
	});

	test('is corrected and taken back until the resolved text is kept', async () => {
		const { moves, decides, keeps, seen, words } = await proposed();
		const { amendmentId } = await moves('90.000', '95.000');
		const tally = { yes: 31, no: 1, abstain: 2 };
		expect(await decides(amendmentId, 'accepted', { tally: { ...tally, no: 40 } })).toEqual(
			refused('amendment.tally-contradicts')
		);
		expect(await decides(amendmentId, 'settled', { tally })).toEqual(refused('amendment.no-vote'));
		expect(await decides(amendmentId, 'accepted-modified')).toEqual(refused('amendment.words-missing'));
		await decides(amendmentId, 'accepted', { tally });
		expect(await seen()).toMatchObject([{ state: 'accepted', tally, decision: { by: 'member' } }]);
		const { after } = await words('90.000', '92.000');
		await decides(amendmentId, 'accepted-modified', { words: after });
		expect(await seen()).toMatchObject([{ state: 'accepted-modified', tally: null }]);
		await decides(amendmentId, 'handed-in');
		expect(await seen()).toMatchObject([{ state: 'handed-in', decided: null, decision: null }]);
		expect(await keeps()).toEqual(refused('amendment.undecided', { count: 1 }));
		await decides(amendmentId, 'adopted-by-mover');
		expect(await keeps()).toMatchObject({ ok: true, value: { kept: '2', accepted: 1 } });
		expect(await decides(amendmentId, 'rejected')).toEqual(refused('amendment.closed'));
		expect(await keeps()).toEqual(refused('amendment.closed'));
	});
});

describe('the resolved text', () => {
	test('says what was proposed with exactly that sentence changed, to the last byte', async () => {
		const { moves, decides, keeps, version } = await proposed();
		const accepted = await moves('bei über 90.000 halten', 'bei über 95.000 halten');
		const rejected = await moves('Themenpaten', 'Fraktionen', 'SPD-Fraktion');
		await decides(rejected.amendmentId, 'rejected');
		await decides(accepted.amendmentId, 'accepted', { tally: { yes: 31, no: 1, abstain: 2 } });
		await keeps();
		const resolved = await version('2');
		const expected = canonicalJson(helmstedtText()).replace('über 90.000 halten', 'über 95.000 halten');
		expect(canonicalJson(resolved.doc)).toBe(expected);
		expect(resolved.sha256).toBe(sha256(expected));
	});

	test('says the modified words where the body has modified the motion', async () => {
		const { words, moves, decides, keeps, version } = await proposed();
		const { amendmentId } = await moves('90.000', '95.000');
		await decides(amendmentId, 'accepted-modified', { words: (await words('90.000', '92.000')).after });
		await keeps();
		expect(docToPlain((await version('2')).doc)).toContain('bei über 92.000 halten!');
	});

	test('without any motion has the same fingerprint', async () => {
		const { keeps, version } = await proposed();
		expect(await keeps()).toMatchObject({ ok: true, value: { kept: '2', accepted: 0 } });
		expect((await version('2')).sha256).toBe((await version('1')).sha256);
	});
});

test('of a proposal is what the Kreistag has resolved when it amends the paper', async () => {
	const { paperId, textId, stops } = await releasedPaper(house);
	const { steering, done, run, tenantId } = house;
	const { moves, keeps, decides, version } = amending(textId, house.member);
	const outcome = { consultationId: stops.aws, outcome: 'amended' };
	const { amendmentId } = await moves('90.000', '95.000');
	expect(await run(recordOutcome, steering, { ...outcome, amendedVersionId: newId() })).toEqual(
		refused('thing.not-found', { kind: 'text-version' })
	);
	await decides(amendmentId, 'accepted');
	await keeps();
	const { id, sha256: print } = await version('2');
	await done(recordOutcome, steering, { ...outcome, amendedVersionId: id });
	const [first] = await listStops(database.db, tenantId, paperId);
	expect(first).toMatchObject({ outcome: 'amended', result: { id, number: '2', sha256: print } });
});

test('of a person who is erased, reasons of motions are emptied; the motion stays without a name', async () => {
	const { moves, seen } = await proposed();
	await moves('90.000', '95.000', 'CDU-Fraktion', { reason: 'Weil ich es sage.' });
	const admin: TestActor = { ...house.steering, role: 'admin' };
	await house.done(erasePerson, admin, { personId: house.member.personId });
	expect(await seen()).toMatchObject([{ mover: null, reason: '', groupName: 'CDU-Fraktion' }]);
});
