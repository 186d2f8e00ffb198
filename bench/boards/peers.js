import { join } from 'node:path';
import { servePage } from '../page-server.js';

const here = import.meta.dirname;
const packages = join(here, '../node_modules');

/** Where the fonts, icons and words of each peer lie, so that nothing is asked of the internet. */
const assets = {
	tldraw: { '/assets/': join(packages, '@tldraw/assets') },
	excalidraw: { '/fonts/': join(packages, '@excalidraw/excalidraw/dist/prod/fonts') }
};

/**
 * The page of a peer.
 * @param {'tldraw' | 'excalidraw'} kind
 */
export const servePeer = (kind) => servePage(join(here, kind), kind, assets[kind]);
