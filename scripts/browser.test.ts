import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../tests/support/folder.js';
import { findBrowser } from './browser.js';

function program(name: string): string {
	const file = join(temporaryFolder('browser'), name);
	writeFileSync(file, '');
	chmodSync(file, 0o755);
	return file;
}

const folderOf = (file: string) => join(file, '..');
const nowhere = temporaryFolder('nowhere');

test('the browser that was named is taken before any other', () => {
	const named = program('my-browser');
	const env = { CHROMIUM_PATH: named, PATH: folderOf(program('chromium')) };
	expect(findBrowser({ env, download: program('chrome') })).toBe(named);
});

test('a named browser that is not there is said, not passed over', () => {
	const env = { CHROMIUM_PATH: join(nowhere, 'chromium'), PATH: folderOf(program('chromium')) };
	expect(() => findBrowser({ env })).toThrow('CHROMIUM_PATH');
});

test("then comes Playwright's own, then the search path, then the usual places", () => {
	const [download, onPath, usual] = [program('chrome'), program('google-chrome'), program('chromium')];
	const env = { PATH: `${nowhere}:${folderOf(onPath)}` };
	expect(findBrowser({ env, download, places: [usual] })).toBe(download);
	expect(findBrowser({ env, download: join(nowhere, 'chrome'), places: [usual] })).toBe(onPath);
	expect(findBrowser({ env: { PATH: nowhere }, places: [usual] })).toBe(usual);
	expect(findBrowser({ env: {}, places: [] })).toBeUndefined();
});
