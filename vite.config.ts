import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { syncInDevelopment } from './scripts/vite-sync.js';

/** With a server to talk to, the database tests run on PostgreSQL, and those that need it or a bus run at all. */
const kinds = ['db', process.env.TEST_DATABASE_URL ? 'pg' : 'pglite', ...(process.env.TEST_BUS_URL ? ['bus'] : [])];

export default defineConfig({
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
					include: ['{src,server,tests,scripts}/**/*.test.ts', 'bench/{*,boards/*}.test.ts'],
					exclude: ['**/*.{db,pg,pglite,bus}.test.ts']
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
});
