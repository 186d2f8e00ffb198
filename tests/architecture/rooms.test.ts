import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { breaches } from './rooms.ts';

const root = join(import.meta.dirname, '../..');
let copy: string | undefined;
afterEach(() => copy && rmSync(copy, { recursive: true }));

/** A copy of the house with one planted file. */
function plant(path: string, text: string): string {
	copy = mkdtempSync(join(tmpdir(), 'rooms-'));
	for (const top of ['src', 'server']) cpSync(join(root, top), join(copy, top), { recursive: true });
	mkdirSync(dirname(join(copy, path)), { recursive: true });
	writeFileSync(join(copy, path), text);
	return copy;
}

describe('the rooms of the house', () => {
	test('nobody looks where he may not', () => expect(breaches(root)).toEqual([]));

	test.each([
		[
			'src/domain/planted.ts',
			`import { randomUUID } from 'node:crypto';`,
			'src/domain may not use the package node:crypto'
		],
		[
			'src/board/planted.ts',
			`import { buildApp } from '#server/app.ts';`,
			'src/board/planted.ts may not see #server/app.ts'
		],
		['src/board/planted.ts', `export const x = () => document.body;`, 'may not touch the browser'],
		[
			'src/lib/board/Planted.svelte',
			`<script>import { buildApp } from '#server/app.ts';</script>`,
			'it could reach a browser'
		],
		['src/lib/ui/planted.ts', `import x from '#lib/session/SessionState.svelte';`, 'src/lib/ui may not see'],
		['src/lib/goals/planted.ts', `import x from '#lib/session/SessionState.svelte';`, 'src/lib/goals may not see'],
		['src/routes/+page.ts', `const x = await import('#server/app.ts');`, 'it could reach a browser'],
		['server/sync/planted.ts', `import x from '../auth/sessions.ts';`, 'server/sync may not see'],
		['server/planted.ts', `import x from '#lib/ui/problem-text.ts';`, 'server may not see']
	])('a breach planted in %s is found', (path, text, sentence) => {
		expect(breaches(plant(path, text)).join('\n')).toContain(sentence);
	});
});
