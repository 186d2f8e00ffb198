import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { freePort } from '../../scripts/lib/ports.js';
import { temporaryFolder } from './folder.js';

/**
 * @typedef {object} RunningBus
 * @property {string} url
 * @property {() => Promise<void>} stop
 */

/**
 * A Valkey server, else a Redis server, on the search path.
 * @param {string} [searchPath]
 * @returns {string | undefined}
 */
export function findBus(searchPath = process.env.PATH ?? '') {
	const folders = searchPath.split(delimiter).filter(Boolean);
	return ['valkey-server', 'redis-server'].flatMap((name) => folders.map((folder) => join(folder, name))).find(mayRun);
}

/**
 * Starts a bus for one test run. It keeps nothing on disk.
 * @param {string} program What `findBus` found.
 * @param {number} [port]
 * @returns {Promise<RunningBus>}
 */
export async function startBus(program, port) {
	const at = port ?? (await freePort());
	const settings = ['--port', String(at), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
	const server = spawn(program, settings, { cwd: temporaryFolder('bus'), stdio: ['ignore', 'pipe', 'ignore'] });
	const endWithUs = () => server.kill('SIGKILL');
	process.once('exit', endWithUs);
	await readiness(server);
	return {
		url: `redis://127.0.0.1:${at}`,
		async stop() {
			process.off('exit', endWithUs);
			if (server.exitCode !== null || server.signalCode !== null) return;
			server.kill('SIGKILL');
			await once(server, 'exit');
		}
	};
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, null>} server
 * @returns {Promise<void>}
 */
function readiness(server) {
	return new Promise((ready, fail) => {
		let said = '';
		server.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
			said = (said + text).slice(-4000);
			if (/ready to accept connections/i.test(said)) ready();
		});
		server.once('error', fail);
		server.once('exit', () => fail(new Error(`The bus ended at once: ${said.trim()}`)));
	});
}

/** @param {string} program */
function mayRun(program) {
	try {
		accessSync(program, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
