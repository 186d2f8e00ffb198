/** `npm run bench:board`: our board beside tldraw and Excalidraw, in one run. What it means stands in docs/benchmarks.md. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findBrowser } from '../scripts/browser.js';
import { report } from './boards/board-report.js';
import { browserArguments } from './boards/browser.js';
import { startAll } from './boards/contestants.js';
import { gestures } from './boards/gestures.js';
import { open } from './boards/opening.js';
import { busyRemark, machine, publishUnder } from './report.js';

const quick = process.argv.includes('--quick');
const plan = quick ? { rounds: 1, sizes: [500, 2_000] } : { rounds: 3, sizes: [500, 2_000, 10_000] };

/** Every number of every visit, for whoever wants to look closer. */
const kept = join(import.meta.dirname, '../test-results/bench');

/** @param {string} line */
const say = (line) => console.log(`› ${line}`);

say('Building the pages of the peers and starting all three.');
const contestants = await startAll();
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });

/** @type {import('./boards/board-report.js').Seen[]} */
const seen = [];
for (const count of plan.sizes) await measureSize(count);
publish();
await browser.close();
for (const { stop } of contestants) await stop();
process.exit(0);

/**
 * All three take turns, so that what else the machine does meets all of them.
 * @param {number} count
 */
async function measureSize(count) {
	const places = new Map();
	for (const { kind, lay } of contestants) places.set(kind, await lay(count));
	for (let round = 1; round <= plan.rounds; round++)
		for (const contestant of contestants) {
			say(`${count.toLocaleString('en')} notes, round ${round} of ${plan.rounds}: ${contestant.label}.`);
			seen.push(await measure(contestant, places.get(contestant.kind), count));
			keep();
		}
	for (const { others } of places.values()) others?.leave();
}

/**
 * One visit: the board is opened, and one gesture done after the other. What could not be done is noted with its reason.
 * @param {import('./boards/contestants.js').Contestant} contestant
 * @param {import('./boards/contestants.js').Place} place
 * @param {number} count
 */
async function measure({ kind }, place, count) {
	const { visit, opened, weight } = await open(browser, place);
	/** @type {import('./boards/board-report.js').Seen} */
	const found = { kind, count, opened, weight: await weight(), used: NaN, costs: {}, faults: {} };
	if (!opened) found.faults.open = 'it did not react';
	for (const { name, measure } of opened ? gestures : [])
		try {
			found.costs[name] = await measure({ visit, count, kind, others: place.others });
		} catch (fault) {
			found.faults[name] = /** @type {Error} */ (fault).message.split('\n')[0] ?? '';
		}
	found.used = await weight();
	await visit.close();
	return found;
}

function keep() {
	mkdirSync(kept, { recursive: true });
	writeFileSync(join(kept, 'board.json'), JSON.stringify(seen, null, '\t'));
}

function publish() {
	const [load = 0] = loadavg();
	const where = `${machine()}, Chromium ${browser.version()} drawing by processor, load average at the end ${load.toFixed(1)}`;
	const busy = busyRemark('openings, frames and keys').map((line) => `${line}\n\n`);
	const text = `${where}\n\n${busy.join('')}${report(contestants, plan.sizes, seen)}`;
	console.log(`\n${text}\n`);
	if (quick) return;
	publishUnder('measured board', text);
	say('Written to docs/benchmarks.md.');
}
