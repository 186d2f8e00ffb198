import { join, resolve } from 'node:path';
import { build } from 'vite';
import { temporaryFolder } from './folder.js';

/** One module of ours with all it imports as a single file that plain Node can run, for tests with real processes. */
export async function bundleForNode(entry: string): Promise<string> {
	const outDir = temporaryFolder('bundle');
	await build({
		configFile: false,
		logLevel: 'silent',
		build: { ssr: resolve(entry), outDir, rollupOptions: { output: { entryFileNames: 'module.mjs' } } }
	});
	return join(outDir, 'module.mjs');
}
