import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './folder.js';
import { findPostgres } from './postgres.js';

function folderWith(parent: string, ...programs: string[]): string {
	mkdirSync(parent, { recursive: true });
	for (const program of programs) {
		writeFileSync(join(parent, program), '');
		chmodSync(join(parent, program), 0o755);
	}
	return parent;
}

test('a PostgreSQL server is found on the search path first, then among the newest of Debian, or not at all', () => {
	const root = temporaryFolder('find');
	const debian = join(root, 'debian');
	folderWith(join(debian, '9', 'bin'), 'postgres', 'initdb');
	const newest = folderWith(join(debian, '17', 'bin'), 'postgres', 'initdb');
	const half = folderWith(join(root, 'half'), 'postgres');
	const onPath = folderWith(join(root, 'path'), 'postgres', 'initdb');

	expect(findPostgres(`${half}:${onPath}`, debian)).toBe(onPath);
	expect(findPostgres(half, debian)).toBe(newest);
	expect(findPostgres('', join(root, 'nowhere'))).toBeUndefined();
});
