import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { temporaryFolder } from './folder.js';

/**
 * One module of ours with all it imports of ours as a file that plain Node can run, for tests with real processes. It lies where
 * packages and our own files are found by their names.
 * @param {string} entry
 * @returns {Promise<string>}
 */
export async function bundleForNode(entry) {
	const folder = resolve('test-results');
	mkdirSync(folder, { recursive: true });
	const outDir = temporaryFolder('bundle', folder);
	await build({
		configFile: false,
		logLevel: 'silent',
		build: {
			ssr: resolve(entry),
			outDir,
			emptyOutDir: false,
			rollupOptions: { output: { entryFileNames: 'module.mjs' } }
		}
	});
	return join(outDir, 'module.mjs');
}
