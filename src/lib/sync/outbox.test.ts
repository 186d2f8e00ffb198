import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { keepWithin, Outbox, type OutboxOwner } from './outbox.ts';
import { forgetOutbox, OutboxStore } from './outbox-store.ts';

let browser: IDBFactory;
beforeEach(() => void (browser = new IDBFactory()));

const anna = { person: 'anna', document: 'text:1', page: 'first' };

/** An outbox of one page load in this browser. */
async function page(owner: Partial<OutboxOwner> = {}) {
	const store = await OutboxStore.open(browser);
	return { store, outbox: new Outbox(Promise.resolve(store), { ...anna, ...owner }) };
}

/** Somebody who writes, letter by letter. */
function letters(text: string): Uint8Array[] {
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (const letter of text) doc.getText('body').insert(doc.getText('body').length, letter);
	return updates;
}

function read(pieces: readonly { update: Uint8Array }[]): string {
	const doc = new Y.Doc();
	for (const { update } of pieces) Y.applyUpdate(doc, update);
	return doc.getText('body').toString();
}

test('what was not saved is there again for the next page, in order and counted', async () => {
	const { outbox } = await page();
	const written = letters('Radwege');
	for (const update of written.slice(0, 4)) outbox.keep(update);
	outbox.flush();
	for (const update of written.slice(4)) outbox.keep(update);
	outbox.close();
	const next = await (await page({ page: 'second' })).outbox.takeOver();
	expect(read(next)).toBe('Radwege');
	expect(next.map(({ changes }) => changes)).toEqual([4, 3]);
});

test('letters are kept within a moment, without being asked to', async () => {
	const { outbox, store } = await page();
	for (const update of letters('ab')) outbox.keep(update);
	await vi.waitFor(async () => expect(await store.of('anna', 'text:1')).toHaveLength(1), 10 * keepWithin);
});

test('what is saved is not kept, and what comes after it is', async () => {
	const { outbox } = await page();
	const [first, second, third] = letters('abc') as [Uint8Array, Uint8Array, Uint8Array];
	outbox.keep(first);
	outbox.flush();
	outbox.keep(second);
	outbox.saved();
	outbox.keep(third);
	const pieces = await outbox.pieces();
	expect(pieces.map(({ update }) => update)).toEqual([third]);
	outbox.saved();
	expect(await outbox.pieces()).toEqual([]);
});

test('work that was taken over is removed once it is saved', async () => {
	(await page()).outbox.keep(letters('a')[0]!);
	const { outbox, store } = await page({ page: 'second' });
	expect(await outbox.takeOver()).toHaveLength(1);
	outbox.saved();
	await outbox.pieces();
	expect(await store.of('anna', 'text:1')).toEqual([]);
});

test('a page takes over only from pages that are gone, and two that come at once do not share', async () => {
	const { store } = await page();
	const piece = { ...anna, at: 0, changes: 1, update: letters('a')[0]! };
	await store.add({ ...piece, page: 'gone' });
	await store.add({ ...piece, page: 'alive' });
	const isGone = (name: string) => name === 'gone';
	const [one, other] = await Promise.all([
		store.takeOver({ ...anna, page: 'one' }, isGone),
		store.takeOver({ ...anna, page: 'other' }, isGone)
	]);
	expect([one.map(({ page }) => page), other]).toEqual([['one'], []]);
	expect((await store.of('anna', 'text:1')).map(({ page }) => page)).toEqual(['one', 'alive']);
});

test('documents and people are kept apart, and what another person left is swept away', async () => {
	const { outbox, store } = await page();
	outbox.keep(letters('a')[0]!);
	await outbox.pieces();
	expect(await (await page({ document: 'text:2', page: 'second' })).outbox.takeOver()).toEqual([]);
	expect(await (await page({ person: 'bert', page: 'second' })).outbox.takeOver()).toEqual([]);
	expect(await store.waiting()).toBe(1);
	await store.sweep('anna', 0);
	expect(await store.waiting()).toBe(1);
	await store.sweep('bert', 0);
	expect(await store.waiting()).toBe(0);
});

test('what is too old is swept away', async () => {
	const { store } = await page();
	for (const at of [1000, 3000]) await store.add({ ...anna, at, changes: 1, update: letters('a')[0]! });
	await store.sweep('anna', 2000);
	expect((await store.of('anna', 'text:1')).map(({ at }) => at)).toEqual([3000]);
});

test('thrown away is thrown away', async () => {
	const { outbox } = await page();
	outbox.keep(letters('a')[0]!);
	const [piece] = await outbox.pieces();
	await outbox.discard([piece!.id]);
	expect(await outbox.pieces()).toEqual([]);
});

test('a browser that keeps nothing is told from one that does, and work goes on', async () => {
	const outbox = new Outbox(Promise.resolve(null), anna);
	expect(await outbox.takeOver()).toEqual([]);
	outbox.keep(letters('a')[0]!);
	outbox.saved();
	expect(await outbox.pieces()).toEqual([]);
	expect(outbox.holds).toBe(false);
	expect((await page()).outbox.holds).toBe(true);
});

test('when the disk is full nothing is kept that lacks its beginning, until all is saved', async () => {
	vi.spyOn(console, 'warn').mockImplementation(() => undefined);
	const { outbox, store } = await page();
	const [first, second, third, fourth] = letters('abcd') as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
	outbox.keep(first);
	await outbox.pieces();
	const full = vi.spyOn(store, 'add').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
	outbox.keep(second);
	await outbox.pieces();
	expect([outbox.holds, full.mock.calls.length]).toEqual([false, 1]);
	outbox.keep(third);
	expect(read(await outbox.pieces())).toBe('a');
	outbox.saved();
	await outbox.pieces();
	expect(outbox.holds).toBe(true);
	outbox.keep(fourth);
	expect(await outbox.pieces()).toHaveLength(1);
	vi.restoreAllMocks();
});

test('after signing out nothing is left, and open pages notice', async () => {
	vi.spyOn(console, 'warn').mockImplementation(() => undefined);
	const { outbox } = await page();
	outbox.keep(letters('a')[0]!);
	await outbox.pieces();
	await forgetOutbox(browser);
	expect(await (await OutboxStore.open(browser)).waiting()).toBe(0);
	outbox.keep(letters('b')[0]!);
	await outbox.pieces();
	expect(outbox.holds).toBe(false);
	vi.restoreAllMocks();
});
