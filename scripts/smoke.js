import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './lib/ports.js';
import { root, runIfCalled, say, Stop } from './lib/say.js';

const limit = 5 * 60_000;

/** Does `npm start` alone bring up a server that answers and stops when asked? */
async function smoke() {
	const deadline = Date.now() + limit;
	const dataDir = mkdtempSync(join(tmpdir(), 'wr-smoke-'));
	const port = await freePort();
	const env = {
		...process.env,
		PORT: String(port),
		DATA_DIR: dataDir,
		HOST: '127.0.0.1',
		APP_URL: '',
		DATABASE_URL: ''
	};
	say(`Starting with npm start on port ${port}.`);
	const npm = spawn('npm', ['start'], { cwd: root, env, stdio: 'inherit', detached: true });
	const ended = once(npm, 'exit');
	try {
		const url = `http://127.0.0.1:${port}`;
		await until(deadline, 'answer on /healthz', async () => {
			if (npm.exitCode !== null) throw new Stop('npm start ended before the server answered.');
			return (await status(`${url}/healthz`)) === 200;
		});
		const page = await fetch(`${url}/`);
		if (page.status !== 200) throw new Stop(`The first page answers with ${page.status}.`);
		if (!(await page.text()).includes('Wirkraum')) throw new Stop('The first page does not say "Wirkraum".');
		say('The server answers. Asking it to stop.');
		npm.kill('SIGTERM');
		await until(Math.min(deadline, Date.now() + 15_000), 'stop within fifteen seconds', async () => {
			return npm.exitCode !== null || npm.signalCode !== null ? !(await status(`${url}/healthz`)) : false;
		});
		await ended;
		say('npm start works.');
	} finally {
		endGroup(npm.pid);
		rmSync(dataDir, { recursive: true, force: true });
	}
}

/**
 * @param {number} deadline
 * @param {string} what
 * @param {() => Promise<boolean>} holds
 */
async function until(deadline, what, holds) {
	while (!(await holds())) {
		if (Date.now() > deadline) throw new Stop(`The server did not ${what}.`);
		await pause(200);
	}
}

/**
 * @param {string} url
 * @returns {Promise<number>} 0 when nobody answers.
 */
async function status(url) {
	return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
		(response) => response.status,
		() => 0
	);
}

/**
 * Whatever of the process group we started is left over ends with us.
 * @param {number | undefined} leader
 */
function endGroup(leader) {
	try {
		if (leader) process.kill(-leader, 'SIGKILL');
	} catch {
		return; // All of it has ended by itself, as it should.
	}
}

await runIfCalled(import.meta.url, smoke);
