import { percentile } from '../report.js';

/**
 * What a gesture has cost. Processor times are milliseconds in each second that it took, without waiting for a processor.
 * @typedef {object} Cost
 * @property {number} task the main thread of the page's renderer, all of it
 * @property {number} script
 * @property {number} layout with the recalculation of styles
 * @property {number} process all threads of the renderer
 * @property {number} frame p95 of the time between two frames, ms
 * @property {number} key p95 of the time from a key to the painted frame, ms; NaN without keys
 */

/**
 * Measures a page while something is done to it, until it has caught up.
 * @param {import('./visit.js').Visit} visit
 * @param {() => Promise<unknown>} deed
 * @returns {Promise<Cost>}
 */
export async function during(visit, deed) {
	await visit.settle();
	await visit.page.evaluate(() => window.recorder.start());
	const [before, start] = [await metrics(visit), performance.now()];
	await deed();
	await visit.settle();
	const [after, seconds] = [await metrics(visit), (performance.now() - start) / 1000];
	const { frames, keys } = await visit.page.evaluate(() => window.recorder.stop());
	/** @param {string} name */
	const rate = (name) => (1000 * (after(name) - before(name))) / seconds;
	return {
		task: rate('TaskDuration'),
		script: rate('ScriptDuration'),
		layout: rate('LayoutDuration') + rate('RecalcStyleDuration'),
		process: rate('ProcessTime'),
		frame: percentile(frames, 95),
		key: percentile(keys, 95)
	};
}

/** @param {import('./visit.js').Visit} visit */
async function metrics({ cdp }) {
	const { metrics } = await cdp.send('Performance.getMetrics');
	const values = new Map(metrics.map(({ name, value }) => [name, value]));
	return (/** @type {string} */ name) => values.get(name) ?? NaN;
}
