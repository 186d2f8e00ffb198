import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleForNode } from '../../tests/support/bundle.js';
import { temporaryFolder } from '../../tests/support/folder.js';
import { lockFolder } from './lock.ts';

let program: string;
const root = temporaryFolder('lock');
const children: ChildProcess[] = [];
let count = 0;

beforeAll(async () => {
	const bundle = await bundleForNode('server/db/lock.ts');
	program = join(root, 'hold.mjs');
	writeFileSync(
		program,
		`import { lockFolder } from ${JSON.stringify(bundle)};
		const lock = await lockFolder(process.argv[2]);
		console.log(lock.ok ? 'held' : lock.problem.code);
		if (lock.ok) setInterval(() => {}, 1000);`
	);
});
afterAll(() => {
	for (const child of children) child.kill('SIGKILL');
});

const newFolder = () => join(root, `data-${++count}`, 'pglite');

async function tryFromAnotherProcess(folder: string) {
	const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
	children.push(child);
	const [answer] = (await once(createInterface(child.stdout), 'line')) as [string];
	return { answer, child };
}

async function kill(child: ChildProcess) {
	child.kill('SIGKILL');
	await once(child, 'exit');
}

async function lockedAndReleased(folder: string) {
	const lock = await lockFolder(folder);
	if (lock.ok) await lock.value.release();
	return lock.ok;
}

test('a second process is refused at once while the first one lives', async () => {
	const folder = newFolder();
	const first = await tryFromAnotherProcess(folder);
	expect(first.answer).toBe('held');
	expect((await tryFromAnotherProcess(folder)).answer).toBe('database.folder-in-use');
	expect(await lockFolder(folder)).toEqual({ ok: false, problem: { code: 'database.folder-in-use', folder } });
});

test('the folder is free again after its holder was killed', async () => {
	const folder = newFolder();
	const first = await tryFromAnotherProcess(folder);
	await kill(first.child);
	expect((await tryFromAnotherProcess(folder)).answer).toBe('held');
});

test('of processes that race for a folder left behind by a dead one, exactly one holds it', async () => {
	for (let round = 0; round < 5; round++) {
		const folder = newFolder();
		await kill((await tryFromAnotherProcess(folder)).child);
		const racers = await Promise.all([1, 2, 3, 4].map(() => tryFromAnotherProcess(folder)));
		expect(racers.map((racer) => racer.answer).sort()).toEqual([
			'database.folder-in-use',
			'database.folder-in-use',
			'database.folder-in-use',
			'held'
		]);
		await Promise.all(racers.filter((racer) => racer.answer === 'held').map((racer) => kill(racer.child)));
	}
}, 60_000);

test('of many attempts within one process, exactly one holds the folder', async () => {
	const folder = newFolder();
	const locks = await Promise.all(Array.from({ length: 20 }, () => lockFolder(folder)));
	const held = locks.flatMap((lock) => (lock.ok ? [lock.value] : []));
	expect(held).toHaveLength(1);
	await held[0]!.release();
	expect(await lockedAndReleased(folder)).toBe(true);
});

test('a process that died while taking the lock does not block the folder for ever', async () => {
	const folder = newFolder();
	mkdirSync(`${folder}.turn`, { recursive: true });
	expect(await lockedAndReleased(folder)).toBe(false);
	const longAgo = Date.now() / 1000 - 60;
	utimesSync(`${folder}.turn`, longAgo, longAgo);
	expect(await lockedAndReleased(folder)).toBe(true);
});

test('a folder with a very long name is locked beside it, too, and nothing is left in the temporary folder', async () => {
	const folder = join(root, 'lang'.repeat(40), 'pglite');
	const links = () => readdirSync(tmpdir()).filter((name) => /^wr-[0-9a-f]{8}-[0-9a-f]{4}$/.test(name));
	const before = links();
	const lock = await lockFolder(folder);
	expect((await tryFromAnotherProcess(folder)).answer).toBe('database.folder-in-use');
	if (lock.ok) await lock.value.release();
	expect(await lockedAndReleased(folder)).toBe(true);
	expect(links()).toEqual(before);
});

test('a place where nothing can be written is named', async () => {
	const file = join(root, 'a-file');
	writeFileSync(file, '');
	const folder = join(file, 'data', 'pglite');
	expect(await lockFolder(folder)).toEqual({ ok: false, problem: { code: 'database.folder-not-writable', folder } });
});
