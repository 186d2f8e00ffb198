import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, runTool } from './lib/run.js';
import { runIfCalled, say, Stop } from './lib/say.js';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const homes = [
	'/usr/bin/chromium',
	'/usr/bin/google-chrome',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/**
 * A Chromium on this machine: the one that was named, Playwright's own, one on the search path, one in a usual place.
 * @param {{ env?: NodeJS.ProcessEnv, download?: string, places?: string[] }} [search]
 * @returns {string | undefined}
 */
export function findBrowser({ env = process.env, download, places = homes } = {}) {
	if (env.CHROMIUM_PATH) {
		if (mayRun(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
		throw new Stop(`CHROMIUM_PATH names ${env.CHROMIUM_PATH}, but there is no program that can be run.`);
	}
	const onPath = (env.PATH ?? '').split(delimiter).filter(Boolean);
	const candidates = onPath.flatMap((folder) => names.map((name) => join(folder, name)));
	return [...(download ? [download] : []), ...candidates, ...places].find(mayRun);
}

/**
 * A Chromium for the tests, fetched when there is none.
 * @returns {Promise<string>}
 */
export async function browser() {
	const present = findBrowser({ download: await playwrightsOwn() });
	if (present) return present;
	say('There is no Chromium on this machine. Asking Playwright to fetch one.');
	await runTool('@playwright/test:playwright', ['install', 'chromium'], { timeout: 600_000 });
	const fetched = findBrowser({ download: await playwrightsOwn() });
	if (fetched) return fetched;
	if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
		say('That did not work. Installing the Chromium of this Debian system.');
		await run('apt-get', ['update', '-q']);
		await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);
	}
	const installed = findBrowser();
	if (installed) return installed;
	throw new Stop('No browser for the tests: install Chromium or Chrome, or set CHROMIUM_PATH to one.');
}

/** Where Playwright keeps its download, whether it is there or not. */
async function playwrightsOwn() {
	const { chromium } = await import('@playwright/test');
	return chromium.executablePath();
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

await runIfCalled(import.meta.url, async () => console.log(await browser()));
