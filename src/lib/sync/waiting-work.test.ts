import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { longestKept, OutboxStore, type KeptWork } from './outbox-store.ts';
import { thisPage } from './living-pages.ts';
import { WaitingHere, type KnownTitle } from './waiting-here.svelte.ts';
import { waitingThings } from './waiting-work.ts';

const board = '01234567-0000-4000-8000-000000000001';
const text = '01234567-0000-4000-8000-000000000002';
const update = new Uint8Array();
const piece = { person: 'anna', document: `text:${text}`, page: thisPage, at: 1_000, changes: 1, update };

test('what waits is told by board and text, the latest first, with the changes of both documents of a board', () => {
	const pieces: KeptWork[] = [
		{ ...piece, id: 1, document: `board:${board}:cards`, changes: 2, at: 3_000 },
		{ ...piece, id: 2, at: 4_000 },
		{ ...piece, id: 3, document: `board:${board}:scaffold`, at: 5_000 },
		{ ...piece, id: 4, document: 'nonsense', at: 6_000 }
	];
	const found = waitingThings(pieces, () => false, 10_000);
	expect(found.map(({ kind, id, changes, at }) => ({ kind, id, changes, at }))).toEqual([
		{ kind: 'board', id: board, changes: 3, at: 5_000 },
		{ kind: 'text', id: text, changes: 1, at: 4_000 }
	]);
});

test('what an open page will send itself, or what is too old to be sent, does not wait', () => {
	const pieces = [
		{ ...piece, id: 1, page: 'open' },
		{ ...piece, id: 2, at: -longestKept }
	];
	expect(waitingThings(pieces, (page) => page === 'open', 1_000)).toEqual([]);
});

let browser: IDBFactory;
let store: OutboxStore;
beforeEach(async () => {
	browser = new IDBFactory();
	store = await OutboxStore.open(browser);
});

/** The work of somebody on this device, which is found while `meanwhile` happens. */
function here(person: string, meanwhile: () => Promise<unknown> = async () => undefined) {
	const titleOf = vi.fn(async (): Promise<KnownTitle> => ({ title: 'Vision' }));
	const pause = async () => void (await meanwhile());
	return { titleOf, waiting: new WaitingHere(person, { browser, titleOf, now: () => 2_000, pause }) };
}

test('nothing is shown before it was looked for, nor of anybody else', async () => {
	await store.add(piece);
	const { waiting } = here('anna');
	expect(waiting.things).toEqual([]);
	await waiting.look();
	expect(waiting.things).toMatchObject([{ kind: 'text', id: text, changes: 1, known: { title: 'Vision' } }]);
	const other = here('bert');
	await other.waiting.look();
	expect([other.waiting.things, other.titleOf.mock.calls]).toEqual([[], []]);
	expect(await store.waiting()).toBe(1);
});

test('what is saved a moment later is not worth a word', async () => {
	const id = await store.add(piece);
	const { waiting, titleOf } = here('anna', () => store.remove([id]));
	await waiting.look();
	expect([waiting.things, titleOf.mock.calls]).toEqual([[], []]);
});

test('one board or text is thrown away, and the others stay', async () => {
	await store.add(piece);
	await store.add({ ...piece, document: `board:${board}:cards` });
	const { waiting } = here('anna');
	await waiting.look();
	await waiting.discard(waiting.things.find(({ kind }) => kind === 'text')!);
	expect(waiting.things.map(({ id }) => id)).toEqual([board]);
	expect((await store.ofPerson('anna')).map(({ document }) => document)).toEqual([`board:${board}:cards`]);
});

test('a browser that keeps nothing has nothing that waits', async () => {
	const waiting = new WaitingHere('anna', {
		browser: undefined,
		titleOf: async () => null,
		now: () => 0,
		pause: async () => undefined
	});
	await waiting.look();
	expect(waiting.things).toEqual([]);
});
