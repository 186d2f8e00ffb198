import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../tests/support/folder.js';
import { isInstalled, whyInstallFailed } from './install.js';
import { requireNode } from './lib/say.js';

type Packages = Record<string, { version?: string; optional?: boolean }>;

function project(wanted: Packages, present?: Packages): string {
	const folder = temporaryFolder('install');
	writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }));
	mkdirSync(join(folder, 'node_modules'));
	const book = join(folder, 'node_modules/.package-lock.json');
	if (present) writeFileSync(book, JSON.stringify({ packages: present }));
	return folder;
}

const yjs = { 'node_modules/yjs': { version: '13.6.33' } };

test('packages count as installed when all of the lockfile are there in its versions', () => {
	expect(isInstalled(project(yjs, yjs))).toBe(true);
	expect(isInstalled(project(yjs, { 'node_modules/yjs': { version: '13.6.32' } }))).toBe(false);
	expect(isInstalled(project({ ...yjs, 'node_modules/ws': { version: '8.23.0' } }, yjs))).toBe(false);
});

test('packages for other platforms may be missing', () => {
	const wanted = { ...yjs, 'node_modules/for-windows': { version: '1.0.0', optional: true } };
	expect(isInstalled(project(wanted, yjs))).toBe(true);
});

test('an installation that never ended counts as none', () => {
	expect(isInstalled(project(yjs))).toBe(false);
});

test('a failed installation is explained in one sentence', () => {
	expect(whyInstallFailed('npm error code ENOTFOUND')).toContain('no network');
	expect(whyInstallFailed('npm error code EAI_AGAIN')).toContain('no network');
	expect(whyInstallFailed('npm error code ENOSPC')).toContain('disk is full');
	expect(whyInstallFailed('npm error code EACCES')).toContain('may not write');
	expect(whyInstallFailed('npm error code EUSAGE')).toContain('stands above');
});

test('a Node that is too old is named together with what is needed', () => {
	expect(() => requireNode('18.20.4')).toThrow('Wirkraum needs Node 20.19 or newer, but this is Node 18.20.4.');
	expect(() => requireNode('20.18.3')).toThrow();
	for (const version of ['20.19.0', '22.1.0', '24.0.0']) expect(() => requireNode(version)).not.toThrow();
});
