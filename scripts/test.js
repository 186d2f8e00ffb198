import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startBus } from '../tests/support/bus.js';
import { findPostgres, startPostgres } from '../tests/support/postgres.js';
import { bus } from './bus.js';
import { browser } from './browser.js';
import { buildIfStale } from './build.js';
import { installIfNeeded } from './install.js';
import { playwrightFailures, vitestFailures } from './lib/failures.js';
import { generate } from './lib/generated.js';
import { runTool } from './lib/run.js';
import { root, runIfCalled, say, Stop } from './lib/say.js';
import { check, countPlaywright, countVitest, Tally } from './lib/tally.js';

const parts = /** @type {const} */ (['check', 'unit', 'db', 'browser']);
const tally = new Tally();
/** @type {string[]} */
const failures = [];

/** What does not run by itself is checked by reading, at the same time, because none of the three can use two processors. */
async function checks() {
	say('Checking types, the code against the rules (ESLint) and its layout (Prettier).');
	const readings = [
		runTool('svelte-check', ['--fail-on-warnings']),
		runTool('eslint', ['.', '--max-warnings', '0']),
		runTool('prettier', ['--check', '--log-level', 'warn', '.'])
	];
	for (const { code } of await Promise.all(readings)) tally.add(check(code));
}

/**
 * @param {'unit' | 'database'} project
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 */
async function vitest(project, name, env) {
	const file = reportFile(name);
	const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const { code } = await runTool('vitest', ['run', '--project', project, ...report], { env });
	const results = read(file);
	tally.add(countVitest(code, results));
	failures.push(...vitestFailures(results));
}

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 */
async function journeys(name, env) {
	const file = reportFile(name);
	const { code } = await runTool('@playwright/test:playwright', ['test'], { env: { ...env, JOURNEYS_REPORT: file } });
	const results = read(file);
	tally.add(countPlaywright(code, results));
	failures.push(...playwrightFailures(results));
}

/** @param {string | undefined} server */
async function databaseTests(server) {
	say('Running the database tests on the embedded database.');
	await vitest('database', 'database-pglite', { TEST_DATABASE_URL: '', TEST_BUS_URL: '' });
	if (!server) return;
	say('Running the database tests on PostgreSQL.');
	await withBus((url) =>
		vitest('database', 'database-postgres', { TEST_DATABASE_URL: server, TEST_BUS_URL: url ?? '' })
	);
}

/**
 * @template T
 * @param {(url: string | undefined) => Promise<T>} tests
 */
async function withBus(tests) {
	const program = await bus();
	if (!program) {
		say('No Valkey or Redis can be had on this machine, so several processes are tested with a bus in memory only.');
		return tests(undefined);
	}
	say(`Starting a throw-away bus from ${program}.`);
	const running = await startBus(program);
	try {
		return await tests(running.url);
	} finally {
		await running.stop();
	}
}

/** @param {string | undefined} server */
async function browserTests(server) {
	const chromium = await browser();
	say(`Running the journeys in ${chromium} on the embedded database.`);
	await journeys('journeys-pglite', { CHROMIUM_PATH: chromium, DATABASE_URL: '', TEST_BUS_URL: '' });
	if (!server) return;
	say('Running the journeys again on PostgreSQL.');
	await withBus((url) =>
		journeys('journeys-postgres', { CHROMIUM_PATH: chromium, DATABASE_URL: server, TEST_BUS_URL: url ?? '' })
	);
}

/** @param {(server: string | undefined) => Promise<void>} tests */
async function withPostgres(tests) {
	const programs = findPostgres();
	if (!programs) {
		say('No postgres program was found on this machine, so nothing is tested on PostgreSQL.');
		return tests(undefined);
	}
	say(`Starting a throw-away PostgreSQL from ${programs}.`);
	const cluster = await startPostgres(programs);
	try {
		await tests(cluster.url);
	} finally {
		await cluster.stop();
	}
}

/**
 * A stage that stops with a sentence of its own is one failure; the other stages still run.
 * @param {() => Promise<void>} run
 */
async function stage(run) {
	try {
		await run();
	} catch (error) {
		console.error(error instanceof Stop ? error.message : error);
		tally.add({ passed: 0, failed: 1 });
	}
}

/** @param {string} name */
function reportFile(name) {
	const file = join(root, `test-results/${name}.json`);
	mkdirSync(join(root, 'test-results'), { recursive: true });
	rmSync(file, { force: true });
	return file;
}

/** @param {string} file */
function read(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return undefined;
	}
}

/** @param {string[]} args */
function chosen(args) {
	const [flag, part] = args;
	if (flag === undefined) return parts;
	const known = parts.filter((name) => name === part);
	if (flag === '--only' && known.length === 1) return known;
	throw new Stop(`Choose a part like this: npm test -- --only ${parts.join('|')}`);
}

await runIfCalled(import.meta.url, async () => {
	const wanted = new Set(chosen(process.argv.slice(2)));
	await installIfNeeded();
	await stage(async () => {
		await generate();
		if (wanted.has('check')) await checks();
		if (wanted.has('unit')) {
			say('Running the unit tests.');
			await vitest('unit', 'unit');
		}
	});
	if (wanted.has('browser')) {
		await stage(async () => {
			await buildIfStale();
			tally.add(check(0));
		});
	}
	if (wanted.has('db') || wanted.has('browser')) {
		await stage(() =>
			withPostgres(async (server) => {
				if (wanted.has('db')) await stage(() => databaseTests(server));
				if (wanted.has('browser')) await stage(() => browserTests(server));
			})
		);
	}
	if (failures.length > 0) console.log(`\nNot as promised:\n${failures.map((one) => `  ${one}`).join('\n')}\n`);
	console.log(tally.closingLine);
	process.exitCode = tally.failed > 0 ? 1 : 0;
});
