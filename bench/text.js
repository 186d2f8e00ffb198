/** `npm run bench:text`: a long text with 500 suggestions beside the same text in Tiptap and Yjs alone, in one run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findBrowser } from '../scripts/browser.js';
import { browserArguments } from './boards/browser.js';
import { visitPage } from './boards/opening.js';
import { busyRemark, machine, publishUnder } from './report.js';
import { startAll } from './texts/contestants.js';
import { readPaper } from './texts/read-paper.js';
import { rows } from './texts/rows.js';
import { report } from './texts/text-report.js';

const quick = process.argv.includes('--quick');
const rounds = quick ? 1 : 5;
const kept = join(import.meta.dirname, '../test-results/bench');

/** @param {string} line */
const say = (line) => console.log(`› ${line}`);

say('Building the page to compare with, starting both servers and laying the texts.');
const { contestants, headings, length, stop } = await startAll();
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });

/** @type {import('./texts/text-report.js').Seen[]} */
const seen = [];
// They take turns, so that what else the machine does meets all of them.
for (let round = 1; round <= rounds; round++)
	for (const contestant of contestants) {
		say(`Round ${round} of ${rounds}: ${contestant.label}.`);
		seen.push(await measure(contestant));
	}
publish();
await browser.close();
await stop();
process.exit(0);

/**
 * One visit: the text is opened, the first letter is typed as soon as it can be, and then one row after the other.
 * @param {import('./texts/contestants.js').Contestant} contestant
 */
async function measure({ kind, url, cookie, others }) {
	const { visit, weight } = await visitPage(browser, { url, cookie }, (page) =>
		page.addInitScript(readPaper, headings)
	);
	await visit.page.waitForFunction(() => window.paper.writable, undefined, { polling: 50, timeout: 90_000 });
	await visit.page.evaluate(() => {
		/** @type {HTMLElement} */ (document.querySelector('.ProseMirror')).focus();
		window.recorder.start();
	});
	await visit.key('a');
	await visit.settle();
	const [first = NaN] = (await visit.page.evaluate(() => window.recorder.stop())).keys;
	const { readable, writable } = await visit.page.evaluate(() => window.paper);
	/** @type {import('./texts/text-report.js').Seen} */
	const found = { kind, readable, writable, first, weight: await weight(), costs: {}, faults: {} };
	for (const { name, measure } of rows)
		try {
			found.costs[name] = await measure({ visit, others });
		} catch (fault) {
			found.faults[name] = /** @type {Error} */ (fault).message.split('\n')[0] ?? '';
		}
	await visit.close();
	return found;
}

function publish() {
	mkdirSync(kept, { recursive: true });
	writeFileSync(join(kept, 'text.json'), JSON.stringify(seen, null, '\t'));
	const where = `${machine()}, Chromium ${browser.version()}, ${length.toLocaleString('en')} characters`;
	const busy = busyRemark('openings, frames and keys').map((line) => `${line}\n\n`);
	const text = `${where}\n\n${busy.join('')}${report(contestants, seen)}`;
	console.log(`\n${text}\n`);
	if (quick) return;
	publishUnder('measured text', text);
	say('Written to docs/benchmarks.md.');
}
