import { bundleForNode } from '../../tests/support/bundle.js';
import { servePeer } from './peers.js';

/**
 * What each page tells of its board: the place in the left upper corner, the zoom, and where on the screen the board is.
 * @typedef {{ x: number, y: number, zoom: number, left: number, top: number, w: number, h: number }} SeenCamera
 */

/**
 * A board of one size that can be opened. Who else works on ours sits in another process; on the peers', in the page.
 * @typedef {{ url: string, cookie?: string, others?: { start(perSecond: number): void, stop(): void, leave(): void } }} Place
 */

/**
 * @typedef {object} Contestant
 * @property {'wirkraum' | 'tldraw' | 'excalidraw'} kind
 * @property {string} label
 * @property {(count: number) => Promise<Place>} lay
 * @property {() => unknown} stop
 */

/** All three, each served on this machine alone. @returns {Promise<Contestant[]>} */
export async function startAll() {
	const { startOurs } = await import(await bundleForNode('bench/boards/ours.ts'));
	const ours = await startOurs();
	const [tldraw, excalidraw] = [await servePeer('tldraw'), await servePeer('excalidraw')];
	/** @type {(url: string) => Contestant['lay']} */
	const pageOf = (url) => async (count) => ({ url: `${url}?notes=${count}` });
	return [
		{
			kind: 'wirkraum',
			label: 'Wirkraum',
			async lay(count) {
				const { path, ...board } = await ours.layBoard(count);
				return { url: `${ours.url}${path}?view=canvas`, ...board };
			},
			stop: ours.stop
		},
		{ kind: 'tldraw', label: 'tldraw 5.4.2', lay: pageOf(tldraw.url), stop: tldraw.stop },
		{ kind: 'excalidraw', label: 'Excalidraw 0.18.1', lay: pageOf(excalidraw.url), stop: excalidraw.stop }
	];
}
