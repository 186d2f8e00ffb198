import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installIfNeeded } from './install.js';
import { fingerprint } from './lib/freshness.js';
import { runTool } from './lib/run.js';
import { root, runIfCalled, say, Stop } from './lib/say.js';

const inputs = [
	'src',
	'server',
	'messages',
	'project.inlang/settings.json',
	'static',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json',
	'package.json',
	'package-lock.json'
];
const stamp = join(root, 'build/inputs.sha256');

/** Builds the program unless the build at hand was made from exactly these files. */
export async function buildIfStale() {
	const current = fingerprint(root, inputs);
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return;
	await build(current);
}

/** @param {string} from */
async function build(from) {
	say('Building the program.');
	const { code } = await runTool('vite', ['build', '--logLevel', 'error'], { env: { NODE_ENV: 'production' } });
	if (code !== 0) throw new Stop('The program could not be built. What the compiler said about it stands above.');
	writeFileSync(stamp, from);
}

await runIfCalled(import.meta.url, async () => {
	await installIfNeeded();
	await build(fingerprint(root, inputs));
});
