import { during } from './gauge.js';

/** Between two movements of a hand, ms. */
const beat = 16;
const pause = (/** @type {number} */ ms) => new Promise((go) => setTimeout(go, ms));

/**
 * @typedef {import('./visit.js').Visit} Visit
 * @typedef {{ x: number, y: number }} Point
 */

/**
 * Once around and a little beyond; then it is taken back.
 * @param {Visit} visit
 * @param {import('./geometry.js').PlannedNote} note
 * @param {Point} place
 */
export async function drag(visit, note, place) {
	const from = await visit.onScreen(place);
	const way = (/** @type {number} */ part) => ({
		x: from.x + 120 * Math.sin(2 * Math.PI * part) + 40 * part,
		y: from.y + 120 * (1 - Math.cos(2 * Math.PI * part))
	});
	await visit.mouse('mouseMoved', from);
	const cost = await during(visit, async () => {
		await visit.mouse('mousePressed', from);
		await pace(90, (at) => visit.mouse('mouseMoved', way((at + 1) / 90), { buttons: 1 }));
		await visit.mouse('mouseReleased', way(1));
	});
	const after = await visit.page.evaluate((id) => window.board.place(id), note.id);
	if (!(Math.abs(after.x - note.x) > 1)) throw new Error('the note did not move');
	await visit.page.keyboard.press('Control+z');
	await visit.settle();
	return cost;
}

/**
 * @param {Visit} visit
 * @param {Point} at
 */
export async function click(visit, at, clickCount = 1) {
	await visit.mouse('mouseMoved', at);
	await visit.mouse('mousePressed', at, { clickCount });
	await visit.mouse('mouseReleased', at, { clickCount });
}

/**
 * A hand waits for nobody: what is sent while the page is busy waits there.
 * @param {number} count
 * @param {(at: number) => Promise<unknown>} send
 */
export async function pace(count, send, every = beat) {
	const sent = [];
	const start = performance.now();
	for (let at = 0; at < count; at++) {
		sent.push(send(at));
		await pause(start + (at + 1) * every - performance.now());
	}
	await Promise.all(sent);
}
