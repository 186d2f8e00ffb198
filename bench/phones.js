/** `npm run bench:phones`: a facilitator's board of 10,000 notes, alone and while 200 phones add cards. What it means stands in docs/benchmarks.md. */
import { chromium } from 'playwright';
import { bundleForNode } from '../tests/support/bundle.js';
import { browserArguments } from './boards/browser.js';
import { during } from './boards/gauge.js';
import { middle } from './boards/geometry.js';
import { pace } from './boards/hand.js';
import { open } from './boards/opening.js';
import { findBrowser } from '../scripts/browser.js';
import { busyRemark, machine, median, publishUnder } from './report.js';

const quick = process.argv.includes('--quick');
const plan = { notes: 10_000, phones: quick ? 50 : 200, rounds: quick ? 1 : 3, seconds: quick ? 6 : 12 };
const aim = 1.5;
/** Both views that a facilitator has of a large board: all of it, and a part that can be read. */
const views = [0.1, 0.5];

/** @param {string} line */
const say = (line) => console.log(`› ${line}`);
/** @typedef {{ view: number, busy: boolean, frame: number, task: number }} Seen */

const [{ startOurs }, { fillHall }] = await Promise.all(
	['bench/boards/ours.ts', 'bench/boards/hall.ts'].map(async (entry) => import(await bundleForNode(entry)))
);
const ours = await startOurs();
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
const { path, cookie, others, workshop } = await ours.layBoard(plan.notes);
others.leave();
const hall = await fillHall(ours.url, workshop, plan.phones);
say(`${plan.notes.toLocaleString('en')} notes lie there, ${plan.phones} phones are in.`);
const { visit, opened } = await open(browser, { url: `${ours.url}${path}?view=canvas`, cookie });
if (!opened) throw new Error('The board did not open.');

/** @type {Seen[]} */
const seen = [];
/** @type {number[]} */
const taken = [];
for (let round = 1; round <= plan.rounds; round++)
	for (const busy of [false, true]) {
		say(`Round ${round} of ${plan.rounds}, ${busy ? 'with the phones' : 'alone'}.`);
		const writing = busy ? hall.write(plan.seconds) : Promise.resolve([]);
		for (const view of views) seen.push({ view, busy, ...(await lookAround(view, plan.seconds / views.length)) });
		taken.push(...(await writing));
	}
publish();
hall.leave();
await browser.close();
await ours.stop();
process.exit(0);

/**
 * To and fro for so long.
 * @param {number} zoom
 * @param {number} seconds
 */
async function lookAround(zoom, seconds) {
	await visit.lookAt(middle(plan.notes).centre, zoom);
	const steps = Math.round((seconds * 1000) / 16);
	return during(visit, () =>
		pace(steps, (at) => visit.wheel({ deltaX: at % 100 < 50 ? 16 : -16, deltaY: at % 100 < 50 ? 6 : -6 }))
	);
}

function publish() {
	/** @param {keyof Seen} value @param {number} view @param {boolean} busy */
	const of = (value, view, busy) =>
		median(seen.filter((each) => each.view === view && each.busy === busy).map((each) => Number(each[value])));
	const rows = views.map((view) => {
		const [alone, with200] = [of('frame', view, false), of('frame', view, true)];
		const ratio = with200 / alone;
		const cells = [alone.toFixed(0), with200.toFixed(0), ratio.toFixed(2), `≤ ${aim}`, ratio <= aim ? 'met' : 'missed'];
		const main = [of('task', view, false).toFixed(0), of('task', view, true).toFixed(0)];
		return `| panning at ${view * 100} % | ${[...cells, ...main].join(' | ')} |`;
	});
	const head = [
		'',
		'frame p95 alone, ms',
		`with ${plan.phones} phones, ms`,
		'ratio',
		'aim',
		'',
		'main thread alone, ms/s',
		'with phones'
	];
	const table = [`| ${head.join(' | ')} |`, `| --- |${' ---: |'.repeat(head.length - 1)}`, ...rows].join('\n');
	const cards = `${taken.length} cards were written; half of them were taken within ${median(taken).toFixed(0)} ms.`;
	const remarks = busyRemark('the times of cards').map((line) => `${line}\n\n`);
	const text = `${machine()}, Chromium ${browser.version()}\n\n${remarks.join('')}${table}\n\n${cards}`;
	console.log(`\n${text}\n`);
	if (quick) return;
	publishUnder('measured phones', text);
	say('Written to docs/benchmarks.md.');
}
