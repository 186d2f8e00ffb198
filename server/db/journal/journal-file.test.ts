import { execFileSync } from 'node:child_process';
import { appendFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bundleForNode } from '../../../tests/support/bundle.js';
import { temporaryFolder } from '../../../tests/support/folder.js';
import { JournalFile } from './journal-file.ts';
import { readRows, writeRows } from './journal-rows.ts';

const folder = temporaryFolder('journal');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const record = (...bytes: number[]) => new Uint8Array(bytes);
const found = (path: string) => {
	const file = JournalFile.open(path);
	file.close();
	return file.found.map((one) => [...one]);
};

test('what was appended is there when the file is opened again, and nothing after it was emptied', () => {
	const path = join(folder, 'again');
	const file = JournalFile.open(path);
	file.append(record(1, 2, 3));
	file.append(record());
	file.append(record(4));
	expect(found(path)).toEqual([[1, 2, 3], [], [4]]);
	file.empty();
	expect(found(path)).toEqual([]);
	file.append(record(5));
	file.close();
	expect(found(path)).toEqual([[5]]);
});

test('a record that was cut off or spoilt by a crash is left out, and the next one is written behind the last good one', () => {
	for (const [name, spoil] of [
		['cut', (path: string) => truncateSync(path, statSync(path).size - 1)],
		['torn', (path: string) => appendFileSync(path, Buffer.from([9, 0, 0, 0, 1]))],
		['zeros', (path: string) => appendFileSync(path, Buffer.alloc(20, 7))]
	] as const) {
		const path = join(folder, name);
		const file = JournalFile.open(path);
		file.append(record(1));
		file.append(record(2, 2));
		file.close();
		spoil(path);
		const again = JournalFile.open(path);
		again.append(record(3));
		again.close();
		expect(found(path)).toEqual(name === 'cut' ? [[1], [3]] : [[1], [2, 2], [3]]);
	}
});

test('a full disk refuses a record as a whole, and what fits afterwards is kept', async () => {
	const path = join(folder, 'full');
	const module = await bundleForNode('server/db/journal/journal-file.ts');
	const script = `
		import { JournalFile } from ${JSON.stringify(module)};
		const file = JournalFile.open(${JSON.stringify(path)});
		file.append(new Uint8Array(300).fill(1));
		try { file.append(new Uint8Array(900).fill(2)); console.log('written'); } catch { console.log('refused'); }
		file.append(new Uint8Array(10).fill(3));`;
	// A file that may become 512 or 1,024 bytes long, by the shell, is as good as a full disk.
	const command = `trap '' XFSZ; ulimit -f 1; exec "$0" --input-type=module`;
	const said = execFileSync('sh', ['-c', command, process.execPath], { input: script, encoding: 'utf8' });
	expect(said.trim()).toBe('refused');
	expect(found(path).map((one) => [one.length, one[0]])).toEqual([
		[300, 1],
		[10, 3]
	]);
});

test('rows come back from a record as they went in', () => {
	const at = Date.UTC(2026, 10, 27);
	const rows = [
		{ document: 'text:1', seq: 1, author: '01990000-0000-7000-8000-000000000001', at, bytes: record(1, 2) },
		{ document: 'board:ä:cards', seq: 4_000_000_000, author: null, at: at + 1, bytes: record() }
	];
	expect(readRows(writeRows(rows))).toEqual(rows);
});
