import { expect } from '@playwright/test';
import { BoardDocs } from '#board/board-docs.ts';
import { readBoard } from '#board/snapshot.ts';
import { boardDocuments } from '#protocol/document-names.ts';
import { test } from '../support/journey.ts';
import { startServer } from '../support/server.js';
import { openWorkshop } from '../support/workshop.ts';
import { Visitor } from '../support/visitor.ts';

const rounds = 10;

test('what a second client has shown is still there after the program was killed, ten times', async () => {
	test.setTimeout(300_000);
	const server = await startServer({ env: { DEMO: 'on' } });
	const { lead, session } = await openWorkshop(server.url);
	await lead.done('move-step', { sessionId: session.sessionId, to: 'next' });
	await lead.done('move-step', { sessionId: session.sessionId, to: 'next' });
	await lead.done('reveal-cards', { sessionId: session.sessionId });
	const writers = await Promise.all(
		['Ada', 'Ben', 'Cem'].map((name) => new Visitor(server.url).join(session.joinPath, name))
	);
	const seen = new Set<string>();

	for (let round = 1; round <= rounds; round++) {
		const reader = openBoard(lead, session.boardId);
		await reader.ready;
		let writing = true;
		const typing = writers.map(async (writer, who) => {
			for (let n = 1; writing && n < 500; n++) {
				const text = `Runde ${round}, Person ${who}, Karte ${n}`;
				await writer.command('submit-card', { sessionId: session.sessionId, text }).catch(() => (writing = false));
			}
		});
		await expect.poll(() => reader.texts().filter((text) => !seen.has(text)).length).toBeGreaterThan(round % 4);
		await server.kill9();
		for (const text of reader.texts()) seen.add(text);
		writing = false;
		await Promise.all(typing);
		reader.close();
		await server.restart();

		const after = openBoard(lead, session.boardId);
		await after.ready;
		const there = new Set(after.texts());
		expect([...seen].filter((text) => !there.has(text))).toEqual([]);
		for (const text of there) seen.add(text);
		after.close();
	}
	expect(seen.size).toBeGreaterThan(rounds);
	await server.stop();
});

function openBoard(visitor: Visitor, boardId: string) {
	const names = boardDocuments(boardId);
	const [scaffold, cards] = [visitor.open(names.scaffold), visitor.open(names.cards)];
	const synced = ({ provider }: typeof cards) =>
		new Promise<void>((resolve) => (provider.synced ? resolve() : provider.once('sync', () => resolve())));
	return {
		ready: Promise.all([synced(scaffold), synced(cards)]),
		texts: () =>
			readBoard(new BoardDocs(scaffold.doc, cards.doc))
				.elements.filter(({ type }) => type === 'note')
				.map(({ text }) => text),
		close() {
			for (const { provider } of [scaffold, cards]) provider.destroy();
		}
	};
}
