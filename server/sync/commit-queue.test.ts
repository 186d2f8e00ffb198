import { expect, test } from 'vitest';
import { limits, type Limits } from '#protocol/limits.ts';
import { later, silent, until } from '../../tests/support/sync.ts';
import { CommitQueue } from './commit-queue.ts';
import type { AppendOutcome, Entry } from './document-log.ts';

/** A disk that finishes a commit when the test says so. */
function slowDisk(times: Partial<Limits> = {}) {
	const batches: { texts: string[]; finish(outcome?: AppendOutcome): void; fail(): void }[] = [];
	const heard: string[] = [];
	const documents = {
		append(entries: readonly Entry[]) {
			const texts = entries.map((entry) => new TextDecoder().decode(entry.bytes));
			return new Promise<Map<string, AppendOutcome>>((resolve, reject) => {
				const finish = (outcome: AppendOutcome = { kind: 'committed', rows: [] }) => resolve(new Map([['d', outcome]]));
				batches.push({ texts, finish, fail: () => reject(new Error('no disk')) });
			});
		}
	};
	const listener = {
		onOutcome: () => heard.push('shown'),
		onStall: () => heard.push('stalled'),
		onGiveUp: () => heard.push('given up'),
		onRecovery: () => heard.push('recovered')
	};
	const queue = new CommitQueue(documents, listener, silent, { ...limits, retryFirst: 1, retryAtMost: 2, ...times });
	const wrong = { all: false };
	const add = (text: string) =>
		queue.add({
			get outdated() {
				return wrong.all;
			},
			stale: () => heard.push(`${text} is to be asked for`),
			document: 'd',
			author: null,
			bytes: new TextEncoder().encode(text),
			newClients: [],
			settled: () => heard.push(text)
		});
	return { queue, batches, heard, add, wrong };
}

test('the first change is committed at once, and all that come meanwhile form the next commit', async () => {
	const { batches, heard, add } = slowDisk();
	for (const text of ['a', 'b', 'c']) add(text);
	expect(batches.map((batch) => batch.texts)).toEqual([['a']]);
	batches[0]!.finish();
	await until(() => batches.length === 2);
	expect(batches[1]!.texts).toEqual(['b', 'c']);
	expect(heard).toEqual(['shown', 'a']);
	batches[1]!.finish();
	await until(() => heard.length === 5);
	expect(heard).toEqual(['shown', 'a', 'shown', 'b', 'c']);
});

test('a failed commit is tried again with the same changes before anything later', async () => {
	const { batches, heard, add } = slowDisk();
	add('a');
	add('b');
	batches[0]!.fail();
	await until(() => batches.length === 2);
	expect(batches[1]!.texts).toEqual(['a']);
	expect(heard).toEqual([]);
	batches[1]!.finish();
	await until(() => batches.length === 3);
	expect(heard).toEqual(['shown', 'a']);
});

test('who asks whether all before is on disk hears it when it is', async () => {
	const { queue, batches, heard, add } = slowDisk();
	queue.barrier(() => heard.push('nothing to wait for'));
	add('a');
	queue.barrier(() => heard.push('a is safe'));
	await later(5);
	expect(heard).toEqual(['nothing to wait for']);
	batches[0]!.finish();
	await until(() => heard.length === 4);
	expect(heard.slice(1)).toEqual(['shown', 'a', 'a is safe']);
});

test('a disk that does not answer holds the writers back, and they go on when it does', async () => {
	const { queue, batches, heard, add } = slowDisk({ pauseWritersAfter: 10, closeWritersAfter: 30 });
	add('a');
	await until(() => heard.includes('given up'));
	expect([queue.congested, heard]).toEqual([true, ['stalled', 'given up']]);
	batches[0]!.finish();
	await until(() => heard.includes('a'));
	expect([queue.congested, heard.slice(2)]).toEqual([false, ['recovered', 'shown', 'a']]);
});

test('too much waiting at once holds the writers back until it is less', async () => {
	const { queue, batches, heard, add } = slowDisk({ waitingBytes: 5 });
	add('aaaa');
	expect(queue.congested).toBe(false);
	add('bbbb');
	expect(queue.congested).toBe(true);
	batches[0]!.finish();
	await until(() => heard.includes('recovered'));
	expect(queue.congested).toBe(false);
});

test('what the log finds stale is asked for again, and so is all that waits and was judged by the same error', async () => {
	const { batches, heard, add, wrong } = slowDisk();
	add('a');
	add('b');
	wrong.all = true;
	batches[0]!.finish({ kind: 'stale', head: 3 });
	await until(() => heard.length === 3);
	expect(heard).toEqual(['shown', 'a is to be asked for', 'b is to be asked for']);
	wrong.all = false;
	add('c');
	await until(() => batches.length === 2);
	batches[1]!.finish();
	await until(() => heard.includes('c'));
	expect(batches.map((batch) => batch.texts)).toEqual([['a'], ['c']]);
});

test('while many write, commits follow in beats, and after a pause the next begins at once', async () => {
	const { batches, add } = slowDisk({ commitEvery: 40 });
	add('a');
	batches[0]!.finish();
	await later(5);
	for (const text of ['b', 'c']) add(text);
	await later(5);
	expect(batches).toHaveLength(1);
	await until(() => batches.length === 2);
	expect(batches[1]!.texts).toEqual(['b', 'c']);
	batches[1]!.finish();
	await later(60);
	add('d');
	expect(batches.map((batch) => batch.texts)).toEqual([['a'], ['b', 'c'], ['d']]);
});
