import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardDocs } from '#board/board-docs.ts';
import { soundClip } from '#board/clip-format.ts';
import { writeLegend } from '#board/legend.ts';
import { addElement } from '#board/operations/add-elements.ts';
import { deleteElements } from '#board/operations/delete-elements.ts';
import { pasteClip } from '#board/operations/paste-clip.ts';
import { Origin } from '#board/shape.ts';
import { readBoard } from '#board/snapshot.ts';
import { openOwnTestDatabase } from '../../tests/support/database.ts';
import { everyCopiedKind, saidByKind } from '../../tests/support/kind-samples.ts';
import { furnish, holdWorkshop, type House, type TestActor } from '../../tests/support/house.ts';
import { atTheBoard } from '../../tests/support/topics.ts';
import type { App } from '../app.ts';
import type { OpenDatabase } from '../db/client.ts';
import { readBoardNow } from '../live/board-content.ts';
import { exportedSession } from './session-export.ts';

let database: OpenDatabase;
let house: House;
const origin = new Origin('user');
beforeAll(async () => {
	database = await openOwnTestDatabase();
	house = await furnish(database.db);
});
afterAll(() => database.close());

function exportedTo(actor: TestActor, sessionId: string) {
	const app = { db: database.db, clock: () => new Date(0) } as App;
	return exportedSession({ locals: { app, actor }, url: new URL('http://127.0.0.1/') }, sessionId);
}

test('a session that was taken out holds its board with every kind on it, and that can be laid again', async () => {
	const { sessionId, boardId, elementIds } = await holdWorkshop(house, ['Mehr Radwege', 'Nicht zeigen']);
	const [one, hidden] = elementIds as [string, string];
	await atTheBoard(database.db, boardId, (docs) => {
		for (const type of everyCopiedKind) {
			const said = saidByKind[type];
			const own = 'from' in said ? { ...said, from: one, to: 'samplenote' } : said;
			addElement(docs, { id: `sample${type}`, type, by: 'p9', text: `Probe ${type}`, own }, origin, Math.random);
		}
		writeLegend(docs, { red: 'Hindernis' }, origin);
		return deleteElements(docs, [hidden], { by: 'p9', at: 1, why: 'hidden' }, origin);
	});
	const said = JSON.stringify(await exportedTo(house.facilitator, sessionId));
	const { board } = JSON.parse(said) as { board: { things: unknown[]; legend: object } };
	expect(board.legend).toEqual({ red: 'Hindernis' });
	expect(JSON.stringify(board)).not.toContain('Nicht zeigen');
	expect(JSON.stringify(board)).not.toMatch(/"by"|p9/);

	const docs = new BoardDocs(new Y.Doc(), new Y.Doc());
	const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
	const use = { at: { x: 0, y: 0 }, within: () => null, mayScaffold: true, by: 'p1', randomBytes, random: Math.random };
	expect(pasteClip(docs, soundClip(board.things), use, origin).ok).toBe(true);
	const whole = (snapshot: ReturnType<typeof readBoard>) =>
		snapshot.elements.map(({ type, layer, text, w, h, parent }) => {
			return [type, layer, text, w, h, snapshot.byId.get(parent ?? '')?.text ?? ''];
		});
	const again = whole(readBoard(docs)).sort();
	expect(again).toEqual(whole(await readBoardNow(database.db, boardId)).sort());
	for (const type of everyCopiedKind) expect(again.map(([kind]) => kind)).toContain(type);
});

test('it is given to nobody who may not take it out', async () => {
	const { sessionId } = await holdWorkshop(house, ['Mehr Busse']);
	await expect(exportedTo(house.member, sessionId)).rejects.toMatchObject({ status: 403 });
});
