import { join } from 'node:path';
import { bundleForNode } from '../../tests/support/bundle.js';
import { Child } from '../child.js';
import { servePage } from '../page-server.js';

/** So many suggestions wait in the text that has any. */
export const waiting = 500;

/**
 * A page with the long text, and somebody else who types in it.
 * @typedef {object} Contestant
 * @property {'plain' | 'alone' | 'leading' | 'suggesting'} kind
 * @property {string} label
 * @property {string} url
 * @property {string} [cookie]
 * @property {{ start(perSecond: number): void, stop(): void }} others
 */

/** The page without anything of ours, and ours in three ways. */
export async function startAll() {
	const { startOurs, layPlain, headings, length } = await import(await bundleForNode('bench/texts/ours.ts'));
	const reference = new Child(join(import.meta.dirname, '../servers/y-websocket.js'));
	const [ours, page] = [await startOurs(), await servePage(join(import.meta.dirname, 'plain'), 'plain-text')];
	const plain = await layPlain(await reference.ready);
	const [alone, full] = [await ours.layText(0), await ours.layText(waiting)];
	/** @type {Contestant[]} */
	const contestants = [
		{
			kind: 'plain',
			label: 'Tiptap + Yjs',
			url: `${page.url}?server=${encodeURIComponent(plain.server)}`,
			others: plain.others
		},
		{ kind: 'alone', label: 'without suggestions', url: alone.url, cookie: alone.cookies.write, others: alone.others },
		{ kind: 'leading', label: `${waiting}, writing`, url: full.url, cookie: full.cookies.write, others: full.others },
		{
			kind: 'suggesting',
			label: `${waiting}, suggesting`,
			url: full.url,
			cookie: full.cookies.suggest,
			others: full.others
		}
	];
	return {
		contestants,
		headings: /** @type {{ first: string, last: string }} */ (headings),
		length: /** @type {number} */ (length),
		async stop() {
			plain.leave();
			page.stop();
			await ours.stop();
			reference.kill();
		}
	};
}
