import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's folder; every script works from there, wherever it was called. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A fault that was to be expected: its message is the one sentence a person needs. */
export class Stop extends Error {}

/**
 * Says what is being done.
 * @param {string} line
 */
export function say(line) {
	console.log(`› ${line}`);
}

/**
 * Runs a script's main part when the script itself was called, not when another one imports it. An expected fault ends
 * with its sentence alone, a bug with all that is known about it; both with exit code 1.
 * @param {string} module
 * @param {() => Promise<void>} main
 */
export async function runIfCalled(module, main) {
	if (!process.argv[1] || realpathSync(process.argv[1]) !== realpathSync(fileURLToPath(module))) return;
	process.chdir(root);
	stopWithNpm();
	try {
		requireNode(process.versions.node);
		await main();
	} catch (error) {
		console.error(error instanceof Stop ? error.message : error);
		process.exitCode = 1;
	}
}

/**
 * npm hands a signal to the shell between it and us, and the shell ends without telling us. Then our parent is another
 * one, and we stop as if we had been asked ourselves.
 */
function stopWithNpm() {
	if (!process.env.npm_lifecycle_event) return;
	const parent = process.ppid;
	setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 500).unref();
}

/** @param {string} version */
export function requireNode(version) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	throw new Stop(
		`Wirkraum needs Node 20.19 or newer, but this is Node ${version}. Install it from https://nodejs.org.`
	);
}
