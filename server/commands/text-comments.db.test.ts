import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { commentLimits } from '#domain/comments/comment.ts';
import { ok } from '#domain/result.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { anchorOf, wishBetween, type AnchorWish } from '#text/anchors.ts';
import { paragraph, textOfBlocks } from '#text/blocks.ts';
import { bodyRoot } from '#text/schema.ts';
import { TextPlaces } from '#text/text-places.ts';
import { writeBody } from '#text/write-body.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House, type TestActor } from '../../tests/support/house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { findSession } from '../db/repositories/sessions.ts';
import { listTextReaders } from '../db/repositories/text-readers.ts';
import { findText } from '../db/repositories/texts.ts';
import { commentAnswers, commentThreads } from '../db/schema/comments.ts';
import { processMembers } from '../db/schema/processes.ts';
import { participants } from '../db/schema/sessions.ts';
import { newId } from '../ids.ts';
import { readTextComments } from '../web/text-comments.ts';
import { answerThread } from './answer-thread.ts';
import { createText } from './create-text.ts';
import { DocumentChanges } from './document-changes.ts';
import { erasePerson } from './erase-person.ts';
import { freezeText } from './freeze-text.ts';
import { hideCards } from './hide-cards.ts';
import { inviteDrafters } from './invite-drafters.ts';
import { joinSession } from './join-session.ts';
import { muteParticipant } from './mute-participant.ts';
import { removeAnswer } from './remove-answer.ts';
import { settleThread } from './settle-thread.ts';
import { startThread } from './start-thread.ts';
import { suggestWording } from './suggest-wording.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

const sentence = 'Wir bauen sichere Radwege.';

/** A text of a live session with one sentence, two guests of the session, and what they see of the comments. */
async function written() {
	const { sessionId } = await holdWorkshop(house, ['Radwege']);
	const session = await findSession(database.db, house.tenantId, sessionId);
	const guest = async (name: string): Promise<TestActor> => {
		const came = { code: session!.code, name, group: 'politics' };
		const { person } = await house.done(joinSession, { kind: 'anonymous' }, came);
		return { kind: 'person', personId: person.personId, tenantId: house.tenantId, role: 'guest' };
	};
	const [dora, emil] = [await guest('Gast Dora'), await guest('Gast Emil')];
	const { textId } = await house.done(createText, house.facilitator, { sessionId, title: 'Vision', kind: 'vision' });
	const name = formatDocumentName({ kind: 'text', id: textId });
	const documents = <T>(use: (docs: DocumentChanges) => Promise<T>) =>
		database.db.transaction((tx) => use(new DocumentChanges(tx, house.around.documents, house.around.clock)));
	const change = (apply: (doc: Y.Doc) => void) =>
		documents((docs) =>
			docs.change([name], (docOf) => {
				apply(docOf(name));
				return ok();
			})
		);
	await change((doc) => {
		const body = doc.getXmlFragment(bodyRoot);
		body.delete(0, body.length);
		writeBody(doc, textOfBlocks(paragraph(sentence), paragraph()), () => newId());
	});
	const places = async () => new TextPlaces(await documents((docs) => docs.read(name)));
	const [first, second] = (await places()).blocks.map(({ id }) => id!);
	const paragraphId = first!;
	const on = (words: string) =>
		places().then((all) => {
			const offset = sentence.indexOf(words);
			return wishBetween(all, { paragraphId, offset }, { paragraphId, offset: offset + words.length })!;
		});
	const view = async (actor: TestActor) => readTextComments(database.db, actor, (await findText(database.db, textId))!);
	const start = async (actor: TestActor, more: Record<string, unknown> = {}) =>
		(await house.done(startThread, actor, { textId, anchor: await on('Radwege'), text: 'Bis wohin?', ...more }))
			.threadId;
	return { sessionId, textId, dora, emil, paragraphId, emptyId: second!, places, on, view, start, change };
}

const refused = (code: string) => ({ problem: { code } });

describe('a thread about a text', () => {
	test('hangs on words, which are quoted from the text itself, on a paragraph, or on a suggestion', async () => {
		const { textId, dora, paragraphId, start, view } = await written();
		await start(dora);
		await start(dora, { anchor: { paragraphId, between: null }, text: 'Alles gut' });
		const before = [{ type: 'paragraph', attrs: { id: 'gone' }, content: [{ type: 'text', text: 'alt' }] }];
		const rewordings = [{ before, after: [] }];
		const { suggestionIds } = await house.done(suggestWording, dora, { textId, rewordings });
		const suggestionId = suggestionIds[0]!;
		const about = await start(dora, { anchor: undefined, suggestionId, text: 'Warum?' });
		const { threads } = await view(house.facilitator);
		expect(threads.map(({ anchor, suggestionId: id, answers }) => [anchor?.quote, id, answers[0]?.text])).toEqual([
			['Radwege', null, 'Bis wohin?'],
			[sentence, null, 'Alles gut'],
			[undefined, suggestionId, 'Warum?']
		]);
		expect(threads[0]!.answers[0]).toMatchObject({ name: 'Gast Dora', mine: false, mayRemove: true });
		await house.done(settleThread, dora, { textId, threadId: about, settled: true });
		expect(await start(house.facilitator, { anchor: undefined, suggestionId, text: 'Darum' })).toBe(about);
		expect((await view(dora)).threads[2]).toMatchObject({ settled: false, answers: [{}, { text: 'Darum' }] });
	});

	test('may have words for its subject that went away meanwhile: then it is about their paragraph, while that is there', async () => {
		const { textId, dora, on, change, view, start, emptyId, places, paragraphId } = await written();
		const anchor = await on('sichere Radwege');
		await change((doc) => {
			const text = new TextPlaces(doc).block(paragraphId)!.pieces[0]!.node as Y.XmlText;
			text.delete('Wir bauen '.length, 'sichere Radwege'.length);
		});
		await start(dora, { anchor });
		expect((await view(dora)).threads[0]!.anchor).toMatchObject({ quote: 'Wir bauen .', between: null });
		for (const wish of [
			{ paragraphId: emptyId, between: null },
			{ paragraphId: 'gone', between: null },
			{ paragraphId: 'gone', between: { start: 'AAAA', end: '!' } }
		] satisfies AnchorWish[]) {
			const input = { textId, anchor: wish, text: 'Hier?' };
			expect(await house.run(startThread, dora, input)).toMatchObject(refused('comment.place-missing'));
			expect(anchorOf(await places(), wish)).toBeNull();
		}
		const wrong = { paragraphId: '<p>', between: null };
		expect(await house.run(startThread, dora, { textId, anchor: wrong, text: 'x' })).toMatchObject(
			refused('input.invalid')
		);
	});

	test('is written by whoever reads the text, but not by who only watches or was asked to be silent', async () => {
		const { sessionId, textId, dora, emil, start, view } = await written();
		const threadId = await start(dora);
		const say = (actor: TestActor) => house.run(answerThread, actor, { textId, threadId, text: 'Ja' });
		for (const actor of [house.facilitator, house.steering, dora, emil])
			expect(await say(actor)).toMatchObject({ ok: true });
		expect(await say(house.member)).toMatchObject(refused('right.missing'));
		const place = eq(participants.personId, emil.personId);
		await database.db.update(participants).set({ role: 'observer' }).where(place);
		expect(await say(emil)).toMatchObject(refused('right.missing'));
		expect(await view(emil)).toMatchObject({ mayComment: false, threads: [{ maySettle: false }] });
		const [doras] = await database.db.select().from(participants).where(eq(participants.personId, dora.personId));
		await house.done(muteParticipant, house.facilitator, { sessionId, participantId: doras!.id, muted: true });
		expect(await say(dora)).toMatchObject(refused('right.missing'));
	});

	test('is settled and opened again by who began it or writes the text, and by nobody else', async () => {
		const { textId, dora, emil, start, view } = await written();
		const threadId = await start(dora);
		const settle = (actor: TestActor, settled: boolean) =>
			house.run(settleThread, actor, { textId, threadId, settled });
		expect(await settle(emil, true)).toMatchObject(refused('right.missing'));
		expect((await view(emil)).threads[0]).toMatchObject({ maySettle: false });
		expect(await settle(dora, true)).toMatchObject({ ok: true });
		const late = { textId, threadId, text: 'Noch etwas' };
		expect(await house.run(answerThread, emil, late)).toMatchObject(refused('comment.settled'));
		await house.done(inviteDrafters, house.facilitator, { textId, personIds: [emil.personId] });
		expect(await settle(emil, false)).toMatchObject({ ok: true });
		expect((await view(emil)).threads[0]).toMatchObject({ maySettle: true, settled: false });
	});

	test('loses an answer to who said it and to who may freeze the text; one in which nothing stands any more is gone', async () => {
		const { textId, dora, emil, start, view } = await written();
		const threadId = await start(dora);
		const { answerId } = await house.done(answerThread, emil, { textId, threadId, text: 'Bis zur Grenze' });
		const remove = (actor: TestActor, id: string) => house.run(removeAnswer, actor, { textId, threadId, answerId: id });
		const [first] = (await view(dora)).threads[0]!.answers;
		expect(await remove(emil, first!.id)).toMatchObject(refused('right.missing'));
		expect(await remove(dora, newId())).toMatchObject(refused('thing.not-found'));
		expect(await remove(dora, first!.id)).toMatchObject({ ok: true });
		expect((await view(dora)).threads[0]!.answers.map(({ text }) => text)).toEqual([null, 'Bis zur Grenze']);
		expect(await remove(house.facilitator, answerId)).toMatchObject({ ok: true });
		expect((await view(dora)).threads).toEqual([]);
	});

	test('stays readable in a frozen text, which takes no new ones', async () => {
		const { textId, dora, on, start, view } = await written();
		const threadId = await start(dora);
		const anchor = await on('Radwege');
		await house.done(freezeText, house.facilitator, { textId, keepOpen: false });
		const said = await view(dora);
		expect(said).toMatchObject({ mayComment: false, threads: [{ maySettle: false }] });
		expect(said.threads[0]!.answers).toMatchObject([{ text: 'Bis wohin?', mayRemove: false }]);
		const frozen = refused('document.frozen');
		expect(await house.run(startThread, dora, { textId, anchor, text: 'Neu' })).toMatchObject(frozen);
		expect(await house.run(answerThread, dora, { textId, threadId, text: 'Neu' })).toMatchObject(frozen);
		expect(await house.run(settleThread, dora, { textId, threadId, settled: true })).toMatchObject(frozen);
	});

	test('is not found through another text or a board', async () => {
		const { dora, start } = await written();
		const threadId = await start(dora);
		const other = await written();
		const answer = { textId: other.textId, threadId, text: 'Ja' };
		expect(await house.run(answerThread, house.facilitator, answer)).toMatchObject(refused('thing.not-found'));
		expect((await other.view(house.facilitator)).threads).toEqual([]);
	});

	test('is one of at most so many open ones', async () => {
		const { textId, dora, paragraphId, on, view } = await written();
		const anchor = { paragraphId, between: null, quote: 'Radwege', before: '', after: '', alone: true };
		const { tenantId } = house;
		const createdAt = new Date();
		const rows = Array.from({ length: commentLimits.threads }, () => ({
			tenantId,
			id: newId(),
			textId,
			anchor,
			createdAt
		}));
		await database.db.insert(commentThreads).values(rows);
		const words = { tenantId, personId: dora.personId, text: 'Ja', createdAt };
		await database.db
			.insert(commentAnswers)
			.values(rows.map(({ id: threadId }) => ({ ...words, id: newId(), threadId })));
		const start = async () => house.run(startThread, dora, { textId, anchor: await on('Radwege'), text: 'Noch einer' });
		expect(await start()).toMatchObject(refused('comment.too-many'));
		const [first] = (await view(dora)).threads;
		await house.done(settleThread, dora, { textId, threadId: first!.id, settled: true });
		expect(await start()).toMatchObject({ ok: true });
	});

	test('keeps back what somebody has said whose cards are hidden', async () => {
		const { sessionId, dora, start, view } = await written();
		await start(dora);
		const [place] = await database.db.select().from(participants).where(eq(participants.personId, dora.personId));
		const hide = (hidden: boolean) =>
			house.done(hideCards, house.facilitator, { sessionId, participantId: place!.id, hidden });
		await hide(true);
		expect((await view(house.facilitator)).threads).toEqual([]);
		expect((await view(dora)).threads).toHaveLength(1);
		await hide(false);
		expect((await view(house.facilitator)).threads).toHaveLength(1);
	});
});

describe('somebody who is called in a comment', () => {
	test('is kept as an id, is told, and loses her name with everything else of her', async () => {
		const { dora, emil, start, view } = await written();
		await start(dora, { text: '\uFFFC, was meinen Sie?', mentions: [emil.personId] });
		const mentioned = async (actor: TestActor) => (await view(actor)).threads[0]!.answers[0]!.mentions;
		expect(await mentioned(emil)).toEqual([{ name: 'Gast Emil', me: true }]);
		expect(await mentioned(dora)).toEqual([{ name: 'Gast Emil', me: false }]);
		const admin: TestActor = { ...house.steering, role: 'admin', personId: newId() };
		await house.done(erasePerson, admin, { personId: emil.personId });
		expect(await mentioned(dora)).toEqual([{ name: '', me: false }]);
		await house.done(erasePerson, admin, { personId: dora.personId });
		expect((await view(house.facilitator)).threads).toEqual([]);
		const [row] = await database.db.select().from(commentAnswers).where(eq(commentAnswers.personId, dora.personId));
		expect(row).toMatchObject({ text: '', mentions: [] });
	});

	test('is one of those who read the text: no stranger, nobody twice for one mark, and nobody on a board', async () => {
		const { textId, on, dora, emil } = await written();
		const { facilitator, member, tenantId, processId } = house;
		const call = async (text: string, ...mentions: string[]) =>
			house.run(startThread, dora, { textId, anchor: await on('Radwege'), text, mentions });
		expect(await call('\uFFFC?', member.personId)).toMatchObject(refused('thing.not-found'));
		expect(await call('\uFFFC?', newId())).toMatchObject(refused('thing.not-found'));
		expect(await call('\uFFFC?', emil.personId, facilitator.personId)).toMatchObject(refused('input.invalid'));
		expect(await call('\uFFFC und \uFFFC?', emil.personId, facilitator.personId)).toMatchObject({ ok: true });
		await database.db.insert(processMembers).values({ tenantId, processId, personId: member.personId, role: 'member' });
		expect(await call('\uFFFC?', member.personId)).toMatchObject({ ok: true });
		await database.db.delete(processMembers).where(eq(processMembers.personId, member.personId));
		const { boardId } = await holdWorkshop(house, ['Radwege']);
		const onBoard = { boardId, on: null, text: '\uFFFC?', mentions: [facilitator.personId] };
		expect(await house.run(startThread, facilitator, onBoard)).toMatchObject(refused('thing.not-found'));
	});

	test('is found among those who are there, the newest names included, but not among those who have gone', async () => {
		const { textId, dora } = await written();
		const readers = async () => {
			const text = (await findText(database.db, textId))!;
			return (await listTextReaders(database.db, text)).map(({ name }) => name);
		};
		expect(await readers()).toEqual(['Gast 0', 'Gast Dora', 'Gast Emil', 'member']);
		await database.db
			.update(participants)
			.set({ removedAt: new Date() })
			.where(eq(participants.personId, dora.personId));
		expect(await readers()).toEqual(['Gast 0', 'Gast Emil', 'member']);
	});
});
