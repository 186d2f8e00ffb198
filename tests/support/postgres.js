import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	accessSync,
	chownSync,
	constants,
	existsSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	realpathSync,
	rmSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../../scripts/lib/ports.js';

/**
 * @typedef {object} Cluster
 * @property {string} url The address of a database in it, for an account that may create further databases.
 * @property {() => Promise<void>} kill9 Kills it at once, as the system does when memory runs out.
 * @property {(limits?: { largestFile: number }) => Promise<void>} start Starts it again at the same address on the same data; it
 * may be forbidden to write files larger than so many bytes, which is as good as a full disk.
 * @property {() => Promise<void>} stop Ends the server and removes its folder.
 */

/**
 * The folder with the programs of a PostgreSQL server: from the search path, else where Debian keeps them, newest first.
 * @param {string} [searchPath]
 * @param {string} [debian]
 * @returns {string | undefined}
 */
export function findPostgres(searchPath = process.env.PATH ?? '', debian = '/usr/lib/postgresql') {
	const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
	const folders = [...searchPath.split(delimiter), ...versions.map((version) => join(debian, version, 'bin'))];
	for (const folder of folders.filter(Boolean)) {
		const program = join(folder, 'postgres');
		if (!mayRun(program)) continue;
		const home = dirname(realpathSync(program));
		if (mayRun(join(home, 'initdb'))) return home;
	}
	return undefined;
}

/**
 * Starts a server for one test run in a temporary folder. It forgets on a power cut, which makes it fast, unless it is
 * asked to be `durable`; nothing else about it is special. PostgreSQL refuses to run as root, so root lends it another account.
 * @param {string} programs What `findPostgres` found.
 * @param {{ durable?: boolean, parent?: string }} [options] `parent` is the folder in which its own one is made.
 * @returns {Promise<Cluster>}
 */
export async function startPostgres(programs, { durable = false, parent = tmpdir() } = {}) {
	const folder = mkdtempSync(join(parent, 'wr-pg-'));
	const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined;
	if (account) chownSync(folder, account.uid, account.gid);
	const asAccount = { cwd: folder, ...account, env: { ...process.env, LC_ALL: 'C' } };
	const data = join(folder, 'data');
	const create = ['-D', data, '-A', 'trust', '-U', 'wirkraum', '-E', 'UTF8', '--locale=C', '--no-sync'];
	await promisify(execFile)(join(programs, 'initdb'), create, asAccount);

	const port = await freePort();
	const fast = durable ? [] : ['fsync=off', 'full_page_writes=off'];
	const settings = [...fast, 'shared_buffers=64MB'].flatMap((setting) => ['-c', setting]);
	const listen = ['-h', '127.0.0.1', '-p', String(port), '-k', folder];
	const launch = async (largestFile = Infinity) => {
		const limit = Number.isFinite(largestFile) ? Math.floor(largestFile / 512) : 'unlimited';
		const limited = ['-c', `ulimit -f ${limit}; exec "$0" "$@"`, join(programs, 'postgres')];
		const started = spawn('/bin/sh', [...limited, '-D', data, ...listen, ...settings], {
			...asAccount,
			stdio: ['ignore', 'ignore', 'pipe']
		});
		await readiness(started);
		return started;
	};
	let server = await launch();
	const endWithUs = () => server.kill('SIGQUIT');
	process.once('exit', endWithUs);
	/** @param {NodeJS.Signals} signal */
	const end = async (signal) => {
		if (server.exitCode !== null || server.signalCode !== null) return;
		server.kill(signal);
		await once(server, 'exit');
	};
	return {
		url: `postgres://wirkraum@127.0.0.1:${port}/postgres`,
		kill9: () => end('SIGKILL'),
		start: async (limits) => {
			server = await patiently(() => launch(limits?.largestFile));
		},
		stop: async () => {
			process.off('exit', endWithUs);
			await end('SIGINT');
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/**
 * The processes of a killed server end a moment after it, and until then none can take its place.
 * @template T
 * @param {() => Promise<T>} launch
 * @returns {Promise<T>}
 */
async function patiently(launch) {
	for (let attempt = 1; ; attempt++) {
		try {
			return await launch();
		} catch (error) {
			if (attempt === 100) throw error;
			await pause(100);
		}
	}
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, null, import('node:stream').Readable>} server
 * @returns {Promise<void>}
 */
function readiness(server) {
	return new Promise((ready, fail) => {
		let said = '';
		server.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
			said = (said + text).slice(-4000);
			if (said.includes('ready to accept connections')) ready();
		});
		server.once('error', fail);
		server.once('exit', () => fail(new Error(`PostgreSQL ended at once: ${said.trim()}`)));
	});
}

/** @returns {{ uid: number, gid: number }} */
function unprivilegedAccount() {
	const accounts = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'));
	const found = ['postgres', 'nobody'].map((name) => accounts.find((account) => account[0] === name)).find(Boolean);
	return { uid: Number(found?.[2] ?? 65_534), gid: Number(found?.[3] ?? 65_534) };
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
