import { during } from './gauge.js';
import { firstBlock, middle } from './geometry.js';
import { click, drag, pace } from './hand.js';

const shift = 8;
const block = { wide: 20, high: 5 };
const words = 'wir machen das gemeinsam und bald ';
const pause = (/** @type {number} */ ms) => new Promise((go) => setTimeout(go, ms));

/**
 * @typedef {import('./visit.js').Visit} Visit
 * @typedef {{ visit: Visit, count: number, kind: import('./contestants.js').Contestant['kind'], others?: import('./contestants.js').Place['others'] }} Scene
 * @typedef {{ name: string, what: string, measure: (scene: Scene) => Promise<import('./gauge.js').Cost> }} Gesture
 */

/** In the order in which they are done. @type {Gesture[]} */
export const gestures = [
	...[1, 0.33, 0.1].map((zoom) => ({
		name: `pan ${zoom}`,
		what: `pan at ${zoom * 100} %`,
		measure: (/** @type {Scene} */ scene) => pan(scene, zoom)
	})),
	{ name: 'zoom', what: 'zoom out to 10 % and in again', measure: zoom },
	{ name: 'drag 1', what: 'drag one note at 100 %', measure: dragOne },
	{ name: 'drag 100', what: 'drag 100 notes at 25 %', measure: dragMany },
	{ name: 'type', what: 'type into a note', measure: type },
	{ name: 'others', what: '50 changes of others per second at 33 %', measure: watchOthers }
];

/**
 * To and fro, 800 screen pixels each way.
 * @param {Scene} scene
 * @param {number} zoom
 */
async function pan({ visit, count }, zoom) {
	await visit.lookAt(middle(count).centre, zoom);
	return during(visit, () => pace(100, (at) => visit.wheel({ deltaX: at < 50 ? 16 : -16, deltaY: at < 50 ? 6 : -6 })));
}

/** As much wheel as each needs for the same way in sixty steps each way: they translate it differently. */
const wheelPerStep = { wirkraum: 17.45, tldraw: 3.77, excalidraw: 1.5 };

/** @param {Scene} scene */
async function zoom({ visit, count, kind }) {
	await visit.lookAt(middle(count).centre, 1);
	const step = wheelPerStep[kind];
	return during(visit, () =>
		pace(120, (at) => visit.wheel({ deltaX: 0, deltaY: at < 60 ? step : -step, modifiers: 2 }))
	);
}

/** @param {Scene} scene */
async function dragOne({ visit, count }) {
	const { note, centre } = middle(count);
	await visit.lookAt(centre, 1);
	return drag(visit, note, centre);
}

/**
 * The frame is drawn slowly enough for everybody. On our board it takes Shift, because a drag over the bare board moves the view.
 * @param {Scene} scene
 */
async function dragMany({ visit, count, kind }) {
	const { centre, bare, grip, ...corners } = firstBlock(count, block);
	await visit.lookAt(centre, 0.25);
	await click(visit, await visit.onScreen(bare));
	const [from, to] = [await visit.onScreen(corners.from), await visit.onScreen(corners.to)];
	const modifiers = kind === 'wirkraum' ? shift : 0;
	await visit.mouse('mouseMoved', from);
	await visit.mouse('mousePressed', from, { modifiers });
	for (let step = 1; step <= 10; step++) {
		const at = { x: from.x + ((to.x - from.x) * step) / 10, y: from.y + ((to.y - from.y) * step) / 10 };
		await visit.mouse('mouseMoved', at, { modifiers, buttons: 1 });
		await visit.settle();
	}
	await visit.mouse('mouseReleased', to, { modifiers });
	await visit.settle();
	const chosen = await visit.page.evaluate(() => window.board.chosen());
	if (chosen !== block.wide * block.high) throw new Error(`${chosen} notes were chosen instead of 100`);
	return drag(visit, grip.note, grip.centre);
}

/** @param {Scene} scene */
async function type({ visit, count }) {
	const { centre, gap } = middle(count);
	await visit.lookAt(centre, 1);
	await click(visit, await visit.onScreen(gap));
	const at = await visit.onScreen(centre);
	for (const clickCount of [1, 2]) await click(visit, at, clickCount);
	await visit.page.waitForFunction(() => window.board.writing(), undefined, { timeout: 60_000 });
	const cost = await during(visit, () => pace(words.length, (at) => visit.key(words.charAt(at)), 60));
	await visit.page.keyboard.press('Escape');
	await visit.page.keyboard.press('Control+z');
	await click(visit, await visit.onScreen(gap));
	return cost;
}

/** @param {Scene} scene */
async function watchOthers({ visit, count, others }) {
	await visit.lookAt(middle(count).centre, 0.33);
	return during(visit, async () => {
		if (others) others.start(50);
		else await visit.page.evaluate(() => window.board.startOthers?.(50));
		await pause(2000);
		if (others) others.stop();
		else await visit.page.evaluate(() => window.board.stopOthers?.());
	});
}
