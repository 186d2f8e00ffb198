import { during } from '../boards/gauge.js';
import { pace } from '../boards/hand.js';

const words = 'wir machen das gemeinsam und bald ';
const pause = (/** @type {number} */ ms) => new Promise((go) => setTimeout(go, ms));

/**
 * @typedef {{ visit: import('../boards/visit.js').Visit, others: import('./contestants.js').Contestant['others'] }} Scene
 * @typedef {{ name: string, what: string, measure: (scene: Scene) => Promise<import('../boards/gauge.js').Cost> }} Row
 */

/** In the order in which they are done. @type {Row[]} */
export const rows = [
	...[0.02, 0.5, 0.98].map((part) => ({
		name: `type ${part}`,
		what: `type at ${part * 100} % of the text`,
		measure: (/** @type {Scene} */ scene) => type(scene, part)
	})),
	{ name: 'scroll', what: 'scroll through 24,000 pixels and back', measure: scroll },
	{ name: 'others', what: 'somebody else types 10 letters a second', measure: watch }
];

/**
 * @param {Scene} scene
 * @param {number} part
 */
async function type({ visit }, part) {
	await visit.page.evaluate((part) => {
		const paragraphs = document.querySelectorAll('.ProseMirror > p');
		const paragraph = paragraphs[Math.floor(part * (paragraphs.length - 1))];
		if (!paragraph) throw new Error('There is no text');
		paragraph.scrollIntoView({ block: 'center', behavior: 'instant' });
		/** @type {HTMLElement} */ (document.querySelector('.ProseMirror')).focus({ preventScroll: true });
		getSelection()?.collapse(paragraph, 0);
	}, part);
	const lengthNow = () => visit.page.evaluate(() => document.querySelector('.ProseMirror')?.textContent?.length ?? 0);
	await pause(600);
	const before = await lengthNow();
	const cost = await during(visit, () => pace(words.length, (at) => visit.key(words.charAt(at)), 60));
	if ((await lengthNow()) < before + words.length) throw new Error('not every letter arrived');
	return cost;
}

/** @param {Scene} scene */
async function scroll({ visit }) {
	await visit.page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
	await pause(400);
	const cost = await during(visit, () => pace(120, (at) => visit.wheel({ deltaX: 0, deltaY: at < 60 ? 400 : -400 })));
	return cost;
}

/** @param {Scene} scene */
async function watch({ visit, others }) {
	return during(visit, async () => {
		others.start(10);
		await pause(3000);
		others.stop();
	});
}
