import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './folder.js';

/** A folder of migrations as drizzle-kit writes it, one file for each piece of SQL, in their order. */
export function writeMigrations(...pieces: string[]): string {
	const folder = temporaryFolder('migrations');
	mkdirSync(join(folder, 'meta'));
	const entries = pieces.map((piece, idx) => {
		const tag = `${String(idx).padStart(4, '0')}_step`;
		writeFileSync(join(folder, `${tag}.sql`), piece);
		return { idx, version: '7', when: 1_700_000_000_000 + idx, tag, breakpoints: true };
	});
	const journal = { version: '7', dialect: 'postgresql', entries };
	writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(journal));
	return folder;
}
