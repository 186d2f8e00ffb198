import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { docToPlain } from '#domain/texts/doc.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { readBody } from '#text/read-body.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { furnish, holdWorkshop, type House, type TestActor } from '../../tests/support/house.ts';
import type { OpenDatabase } from '../db/client.ts';
import { findText } from '../db/repositories/texts.ts';
import { processMembers } from '../db/schema/processes.ts';
import { textSources } from '../db/schema/text-sources.ts';
import { newId } from '../ids.ts';
import { readDocument } from '../sync/server-changes.ts';
import { readBoardsToTake, readTextSources } from '../web/text-sources.ts';
import { blackenCard } from './blacken-card.ts';
import { createText } from './create-text.ts';
import { dissolveCluster } from './dissolve-cluster.ts';
import { freezeText } from './freeze-text.ts';
import { groupCards } from './group-cards.ts';
import { takeFromBoard } from './take-from-board.ts';

let database: OpenDatabase;
let house: House;
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

let boardId: string;
let sessionId: string;
let clusterId: string;
let textId: string;
let cards: string[];

beforeEach(async () => {
	({
		boardId,
		sessionId,
		elementIds: cards
	} = await holdWorkshop(house, ['Radweg nach Schöningen', 'Radweg am Elm', 'Pflege']));
	const made = { sessionId, elementIds: cards.slice(0, 2), title: 'Verkehr' };
	({ clusterId } = await house.done(groupCards, house.facilitator, made));
	const about = { processId: house.processId, title: 'Leitbild', kind: 'vision' };
	({ textId } = await house.done(createText, house.facilitator, about));
});

const take = (more: object = {}, who: TestActor = house.facilitator) =>
	house.run(takeFromBoard, who, { textId, boardId, elementIds: [clusterId], withCards: true, ...more });
const said = async () => {
	const live = new Y.Doc();
	Y.applyUpdate(live, await readDocument(database.db, formatDocumentName({ kind: 'text', id: textId })));
	return readBody(live);
};
const sources = async (who: TestActor = house.facilitator) =>
	readTextSources(database, who, (await findText(database.db, textId))!);

describe('taking from a board', () => {
	test('makes a heading with its cards at the end of the text, and the heading knows its cards', async () => {
		const answer = await take();
		expect(answer).toMatchObject({ ok: true });
		const body = await said();
		const [title, heading, ...items] = docToPlain(body).split('\n');
		expect([title, heading, items.sort()]).toEqual([
			'Leitbild',
			'Verkehr',
			['Radweg am Elm', 'Radweg nach Schöningen']
		]);
		expect(body.content?.map(({ type }) => type)).toEqual(['heading', 'heading', 'bulletList', 'paragraph']);
		const [source] = await sources();
		expect(source).toMatchObject({
			paragraphId: body.content![1]!.attrs!.id,
			board: { id: boardId },
			title: 'Verkehr',
			elementId: clusterId,
			count: 2
		});
		expect(source!.cards).toHaveLength(2);
		expect(source!.cards).toContainEqual({ elementId: cards[0], words: 'Radweg nach Schöningen' });
		expect(source!.cards).toContainEqual({ elementId: cards[1], words: 'Radweg am Elm' });
	});

	test('makes headings alone, if so wished, each with a line to write on', async () => {
		await take({ withCards: false });
		expect((await said()).content?.map(({ type }) => type)).toEqual(['heading', 'heading', 'paragraph', 'paragraph']);
		expect(await sources()).toMatchObject([{ count: 2 }]);
	});

	test('is offered for the boards that somebody may read, and says what was taken before', async () => {
		await take();
		const text = (await findText(database.db, textId))!;
		const boards = await readBoardsToTake(database, house.facilitator, text);
		const board = boards.find(({ id }) => id === boardId);
		expect(board?.groups).toContainEqual({ id: clusterId, title: 'Verkehr', cards: 2, taken: true });
		expect(await readBoardsToTake(database, { ...house.member, personId: newId() }, text)).toEqual([]);
	});
});

describe('what goes wrong', () => {
	test('a card that is gone from the board is gone from the sources, too, and so are blackened words', async () => {
		await take();
		await house.done(blackenCard, house.facilitator, { sessionId, elementId: cards[0] });
		await house.done(dissolveCluster, house.facilitator, { sessionId, clusterId });
		const [source] = await sources();
		expect(source).toMatchObject({ title: null, count: 2 });
		expect(JSON.stringify(source)).not.toContain('Schöningen');
		expect(source!.cards).toContainEqual({ elementId: cards[1], words: 'Radweg am Elm' });
	});

	test('whoever may not read the board is told the number of cards alone', async () => {
		await take();
		const [source] = await sources({ ...house.member, personId: newId() });
		expect(source).toMatchObject({ board: null, title: null, count: 2, cards: [] });
	});

	test('it takes the right to write the text, a board of its process, something that lies there, and an open text', async () => {
		await database.db
			.insert(processMembers)
			.values({ tenantId: house.tenantId, processId: house.processId, personId: house.member.personId, role: 'member' })
			.onConflictDoNothing();
		expect(await take({}, house.member)).toMatchObject({ problem: { code: 'right.missing', action: 'text.write' } });
		expect(await take({ boardId: newId() })).toMatchObject({ problem: { code: 'thing.not-found', kind: 'board' } });
		expect(await take({ elementIds: ['none'] })).toMatchObject({ problem: { code: 'thing.not-found', kind: 'card' } });
		await house.done(freezeText, house.facilitator, { textId, keepOpen: false });
		expect(await take()).toMatchObject({ problem: { code: 'document.frozen' } });
		const kept = await database.db.select().from(textSources).where(eq(textSources.textId, textId));
		expect(kept).toEqual([]);
	});
});
