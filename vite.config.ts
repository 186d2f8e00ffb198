import { join } from 'node:path';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { syncInDevelopment } from './scripts/vite-sync.js';

/** With a server to talk to, the database tests run on PostgreSQL, and those that need it or a bus run at all. */
const kinds = ['db', process.env.TEST_DATABASE_URL ? 'pg' : 'pglite', ...(process.env.TEST_BUS_URL ? ['bus'] : [])];

/** What every page needs comes in one piece instead of many small ones, which compress badly and wait for each other. */
const everywhere =
	/node_modules[\\/](svelte|@sveltejs[\\/]kit|devalue|esm-env|clsx)[\\/]|paraglide[\\/]runtime|svelte[\\/]dist[\\/](Icon|utils|default|context)|vite[\\/]preload|rolldown[\\/]runtime/;

/** Icons that many parts show come in one piece: as files of their own each costs a request for 200 bytes. */
const icons = /lucide[\\/]svelte[\\/]dist[\\/]icons/;

const groups = [
	{ name: 'everywhere', test: everywhere, priority: 2 },
	{ name: 'icons', test: icons, minShareCount: 6, priority: 1 }
];

export default defineConfig(({ isSsrBuild, command }) => ({
	// The console of the browser gets the warnings of Yjs without colours; those would bring a whole schema library along.
	resolve: { alias: { 'lib0/logging': join(import.meta.dirname, 'node_modules/lib0/logging.node.js') } },
	build: command === 'build' && !isSsrBuild ? { rolldownOptions: { output: { codeSplitting: { groups } } } } : {},
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/paraglide',
			strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
			cookieName: 'wr_locale'
		}),
		sveltekit(),
		syncInDevelopment()
	],
	test: {
		maxWorkers: 2,
		testTimeout: 20_000,
		hookTimeout: 60_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['{src,server,tests,scripts}/**/*.test.ts', 'bench/{*,boards/*,texts/*}.test.ts'],
					exclude: ['**/*.{db,pg,pglite,bus}.test.ts'],
					isolate: false
				}
			},
			{
				extends: true,
				test: {
					name: 'database',
					include: kinds.map((kind) => `{src,server,tests}/**/*.${kind}.test.ts`),
					globalSetup: './tests/support/database-setup.ts',
					isolate: false
				}
			}
		]
	}
}));
