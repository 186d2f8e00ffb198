import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { freePort } from '../../scripts/lib/ports.js';
import { temporaryFolder } from './folder.js';

const program = fileURLToPath(new URL('../../server/main.js', import.meta.url));

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/**
 * A running Wirkraum of one test, as `npm start` runs it, with a data folder or database of its own.
 * @typedef {object} TestServer
 * @property {string} url
 * @property {string} dataDir
 * @property {string | undefined} databaseUrl The database of this server alone, when the tests run on PostgreSQL.
 * @property {() => number} pid Of the process that runs now.
 * @property {() => string} output All it has printed so far.
 * @property {() => Promise<void>} kill9 Ends it as a power cut would end the process.
 * @property {() => Promise<number | null>} stop Asks it to stop and waits; its exit code.
 * @property {() => Promise<void>} restart Starts it again at the same address on the same data.
 */

/**
 * Starts the built program on a free port. When the environment names a `DATABASE_URL`, the server gets a new database there,
 * unless `env` gives it that of another server. Without a folder of its own it gets the empty database that the run has prepared.
 * @param {{ env?: NodeJS.ProcessEnv, dataDir?: string }} [options]
 * @returns {Promise<TestServer>}
 */
export async function startServer({ env = {}, dataDir = newDataFolder() } = {}) {
	const cluster = process.env.DATABASE_URL;
	const databaseUrl = env.DATABASE_URL ?? (cluster ? await newDatabase(cluster) : undefined);
	const settings = { APP_URL: '', BUS_URL: '', ...env, DATABASE_URL: databaseUrl ?? '', DATA_DIR: dataDir };
	const port = String(await freePort());
	const url = `http://127.0.0.1:${port}`;
	const start = () => launch(url, { ...settings, PORT: port });
	let started = await start();
	return {
		url,
		dataDir,
		databaseUrl,
		pid: () => started.child.pid ?? 0,
		output: () => started.output(),
		kill9: () => end(started.child, 'SIGKILL').then(() => undefined),
		stop: () => end(started.child, 'SIGTERM'),
		async restart() {
			if (running.has(started.child)) await end(started.child, 'SIGTERM');
			started = await start();
		}
	};
}

function newDataFolder() {
	const folder = temporaryFolder('data');
	const prepared = process.env.PREPARED_DATA;
	if (prepared) cpSync(prepared, folder, { recursive: true });
	return folder;
}

/**
 * Starts the built program and says how it ended, for starts that are meant to be refused.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export async function startRefused(env) {
	const { child, output } = spawnServer(env);
	const [code] = await once(child, 'close');
	return { code, output: output() };
}

/**
 * @param {string} url
 * @param {NodeJS.ProcessEnv} env
 */
async function launch(url, env) {
	const { child, output } = spawnServer(env);
	const deadline = Date.now() + 60_000;
	while (!output().includes('Wirkraum runs at')) {
		if (child.exitCode !== null || Date.now() > deadline) throw new Error(`The server did not start:\n${output()}`);
		await pause(25);
	}
	const health = await fetch(`${url}/healthz`);
	if (!health.ok) throw new Error(`/healthz answers ${health.status}:\n${output()}`);
	return { child, output };
}

/** @param {NodeJS.ProcessEnv} env */
function spawnServer(env) {
	const child = spawn(process.execPath, [program], {
		env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	running.add(child);
	child.once('exit', () => running.delete(child));
	let said = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-200_000)));
	}
	return { child, output: () => said };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 * @returns {Promise<number | null>}
 */
async function end(child, signal) {
	if (running.has(child)) {
		child.kill(signal);
		await once(child, 'exit');
	}
	return child.exitCode;
}

/** @param {string} server */
async function newDatabase(server) {
	const name = `wr_journey_${randomUUID().slice(0, 8)}`;
	const admin = postgres(server, { max: 1 });
	await admin`create database ${admin(name)}`;
	await admin.end();
	const url = new URL(server);
	url.pathname = `/${name}`;
	return url.href;
}
