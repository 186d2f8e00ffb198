/** Our built program with the demonstration, and in it a board of so many notes; bundled, because Node 20 runs no TypeScript. */
import * as Y from 'yjs';
import type { WebsocketProvider } from 'y-websocket';
import { BoardDocs } from '../../src/board/board-docs.ts';
import { addElements } from '../../src/board/operations/add-elements.ts';
import { keys, openBoardDoc, Origin } from '../../src/board/shape.ts';
import { boardDocuments } from '../../src/protocol/document-names.ts';
import { seededRandom } from '../../tests/support/board-tables.ts';
import { startServer } from '../../tests/support/server.js';
import { Visitor } from '../../tests/support/visitor.ts';
import { openWorkshop } from '../../tests/support/workshop.ts';
import { movedByOthers, notes, type PlannedNote } from './geometry.js';

/** So many notes are laid in one change, well below what the server takes. */
const atOnce = 500;

export async function startOurs() {
	const server = await startServer({ env: { DEMO: 'on', DATABASE_URL: '' } });
	return {
		url: server.url,
		stop: () => server.stop(),
		/** A new board that holds exactly the planned notes, the cookie to open it with, and somebody else who works on it. */
		async layBoard(count: number) {
			const { lead, session } = await openWorkshop(server.url);
			const planned = notes(count);
			const names = boardDocuments(session.boardId);
			const scaffold = lead.open(names.scaffold);
			const other = await new Visitor(server.url).signIn('moderation@demo.local');
			const cards = other.open(names.cards);
			await Promise.all([arrived(scaffold.provider), arrived(cards.provider)]);
			openBoardDoc(scaffold.doc).elements.clear();
			lay(new BoardDocs(scaffold.doc, cards.doc), planned);
			await untilSeen(lead, session.boardId, count);
			scaffold.provider.destroy();
			const path = `/b/${session.boardId}`;
			return { path, cookie: lead.cookie, others: othersOn(cards, planned), workshop: { lead, session } };
		}
	};
}

function lay(docs: BoardDocs, planned: PlannedNote[]) {
	const [origin, random] = [new Origin('user'), seededRandom(1)];
	for (let start = 0; start < planned.length; start += atOnce) {
		const some = planned.slice(start, start + atOnce);
		const laid = some.map(({ id, x, y, lines, colour }) => ({
			...{ id, type: 'note' as const, by: 'p1', text: lines.join(' '), colour },
			...{ x, y }
		}));
		const added = addElements(docs, laid, origin, random);
		if (!added.ok) throw new Error(`The notes were refused: ${added.problem.code}`);
	}
}

function othersOn({ doc, provider }: { doc: Y.Doc; provider: WebsocketProvider }, planned: PlannedNote[]) {
	const { elements } = openBoardDoc(doc);
	let turn = 0;
	let moving: ReturnType<typeof setInterval> | undefined;
	return {
		start(perSecond: number) {
			moving = setInterval(() => {
				const { id, x, y } = movedByOthers(planned, turn++);
				(elements.get(id) as Y.Map<unknown>).set(keys.place, [x, y]);
			}, 1000 / perSecond);
		},
		stop: () => clearInterval(moving),
		leave: () => provider.destroy()
	};
}

/** All has come through the server once a third copy holds it. */
async function untilSeen(visitor: Visitor, boardId: string, count: number) {
	const { doc, provider } = visitor.open(boardDocuments(boardId).cards);
	const { elements } = openBoardDoc(doc);
	const deadline = Date.now() + 60_000;
	while (elements.size < count) {
		if (Date.now() > deadline) throw new Error(`Only ${elements.size} of ${count} notes arrived`);
		await new Promise((go) => setTimeout(go, 50));
	}
	provider.destroy();
}

const arrived = (provider: WebsocketProvider) =>
	new Promise<void>((go) => (provider.synced ? go() : provider.once('sync', () => go())));
