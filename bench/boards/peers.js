import { once } from 'node:events';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';

const here = import.meta.dirname;
const packages = join(here, '../node_modules');

/** Where the fonts, icons and words of each peer lie, so that nothing is asked of the internet. */
const assets = {
	tldraw: { '/assets/': join(packages, '@tldraw/assets') },
	excalidraw: { '/fonts/': join(packages, '@excalidraw/excalidraw/dist/prod/fonts') }
};
const types = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.woff2': 'font/woff2'
};

/**
 * Builds the page of a peer as its users would and serves it on this machine alone.
 * @param {'tldraw' | 'excalidraw'} kind
 * @returns {Promise<{ url: string, stop: () => void }>}
 */
export async function servePeer(kind) {
	const outDir = join(here, '../../test-results/bench', kind);
	await build({
		configFile: false,
		root: join(here, kind),
		logLevel: 'error',
		define: { 'process.env.NODE_ENV': '"production"', 'process.env.IS_PREACT': '"false"' },
		build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 10_000 }
	});
	const folders = { ...assets[kind], '/': outDir };
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
		const file = fileFor(decodeURIComponent(pathname), folders);
		if (!file) return void response.writeHead(404).end();
		const type = types[/** @type {keyof types} */ (extname(file))] ?? 'application/octet-stream';
		response.writeHead(200, { 'content-type': type });
		createReadStream(file).pipe(response);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	return {
		url: `http://127.0.0.1:${port}/`,
		stop() {
			server.close();
			server.closeAllConnections();
		}
	};
}

/**
 * @param {string} path
 * @param {Record<string, string>} folders
 */
function fileFor(path, folders) {
	for (const [prefix, folder] of Object.entries(folders)) {
		if (!path.startsWith(prefix)) continue;
		const rest = path === '/' ? 'index.html' : path.slice(prefix.length);
		const file = normalize(join(folder, rest));
		if (file.startsWith(folder) && existsSync(file) && statSync(file).isFile()) return file;
	}
	return undefined;
}
