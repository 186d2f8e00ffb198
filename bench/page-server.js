import { once } from 'node:events';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';

const types = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.woff2': 'font/woff2'
};

/**
 * Builds a page as its users would and serves it on this machine alone.
 * @param {string} root where the page lies
 * @param {string} name under which it is kept among the results
 * @param {Record<string, string>} [assets] folders by the path under which the page looks for them
 * @returns {Promise<{ url: string, stop: () => void }>}
 */
export async function servePage(root, name, assets = {}) {
	const outDir = join(import.meta.dirname, '../test-results/bench', name);
	await build({
		configFile: false,
		root,
		logLevel: 'error',
		define: { 'process.env.NODE_ENV': '"production"', 'process.env.IS_PREACT': '"false"' },
		resolve: { dedupe: ['yjs', 'lib0', 'y-protocols'] },
		build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 10_000 }
	});
	const folders = { ...assets, '/': outDir };
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
