import { gzipSync } from 'node:zlib';
import { readOurs } from './ours-in-page.js';
import { record } from './recorder.js';
import { size, Visit } from './visit.js';

const patience = 90_000;
const pause = (/** @type {number} */ ms) => new Promise((go) => setTimeout(go, ms));

/**
 * Opens a board in a fresh browser context, and turns the wheel over it until it has followed; `opened` is null if it never does.
 * `weight` weighs its scripts as they are then, and can be asked again.
 * @param {import('playwright').Browser} browser
 * @param {import('./contestants.js').Place} place
 */
export async function open(browser, place) {
	const prepare = (/** @type {import('playwright').Page} */ page) =>
		place.cookie ? page.addInitScript(readOurs) : Promise.resolve();
	const { visit, weight } = await visitPage(browser, place, prepare);
	const opened = await untilItReacts(visit).catch(() => null);
	return { visit, opened, weight };
}

/**
 * Goes to a page in a fresh browser context and does not wait for it.
 * @param {import('playwright').Browser} browser
 * @param {{ url: string, cookie?: string }} place
 * @param {(page: import('playwright').Page) => Promise<unknown>} prepare what runs in the page before its own scripts
 */
export async function visitPage(browser, { url, cookie }, prepare) {
	const context = await browser.newContext({ viewport: size, locale: 'de-DE', reducedMotion: 'no-preference' });
	if (cookie) await context.addCookies(cookiesOf(cookie, url));
	const page = await context.newPage();
	await page.addInitScript(record);
	await prepare(page);
	const cdp = await context.newCDPSession(page);
	await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
	const weight = weighScripts(page);
	await page.goto(url, { waitUntil: 'commit' });
	return { visit: new Visit(page, cdp), weight };
}

/** @param {Visit} visit */
async function untilItReacts(visit) {
	let done = false;
	const reacted = visit.page
		.waitForFunction(() => window.recorder?.opening.reacts, undefined, { polling: 200, timeout: patience })
		.finally(() => (done = true));
	while (!done) {
		// A page that is being exchanged takes no input, and that is no fault.
		visit.wheel({ deltaX: 2, deltaY: 0 }).catch(() => undefined);
		await pause(25);
	}
	await reacted;
	return visit.page.evaluate(() => window.recorder.opening);
}

/**
 * The scripts of a page in kB, all compressed in the same way, however they were sent.
 * @param {import('playwright').Page} page
 */
function weighScripts(page) {
	/** @type {Map<string, Promise<number>>} */
	const sizes = new Map();
	page.on('response', (response) => {
		if (response.request().resourceType() !== 'script') return;
		const size = response.body().then((body) => gzipSync(body, { level: 9 }).length);
		sizes.set(
			response.url(),
			size.catch(() => 0)
		);
	});
	return async () => (await Promise.all(sizes.values())).reduce((sum, bytes) => sum + bytes, 0) / 1000;
}

/**
 * @param {string} cookie
 * @param {string} url
 */
function cookiesOf(cookie, url) {
	return cookie.split('; ').map((pair) => {
		const at = pair.indexOf('=');
		return { name: pair.slice(0, at), value: pair.slice(at + 1), url: new URL(url).origin };
	});
}
