import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/support/folder.js';
import { fingerprint } from './freshness.js';

let folder: string;
beforeEach(() => {
	folder = temporaryFolder('fresh');
	write('src/goals/goal.ts', 'one');
	write('package.json', '{}');
});

function write(path: string, content: string) {
	mkdirSync(join(folder, path, '..'), { recursive: true });
	writeFileSync(join(folder, path), content);
}
const now = () => fingerprint(folder, ['src', 'package.json', 'static']);

test('a changed, added, renamed or removed file asks for a new build', () => {
	const seen = [now()];
	write('src/goals/goal.ts', 'two');
	seen.push(now());
	write('src/goals/level.ts', '');
	seen.push(now());
	rmSync(join(folder, 'src/goals/level.ts'));
	write('src/goals/levels.ts', '');
	seen.push(now());
	write('static/icon.svg', '<svg/>');
	seen.push(now());
	rmSync(join(folder, 'package.json'));
	seen.push(now());
	expect(new Set(seen).size).toBe(6);
});

test('a new date, a test, a paper or the compiled texts do not', () => {
	const before = now();
	utimesSync(join(folder, 'src/goals/goal.ts'), 1, 1);
	write('src/goals/goal.test.ts', 'test');
	write('src/goals/README.md', 'paper');
	write('src/paraglide/runtime.js', 'compiled');
	expect(now()).toBe(before);
});
