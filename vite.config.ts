import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { syncInDevelopment } from './scripts/vite-sync.js';

/** With a server to talk to, the database tests run on PostgreSQL, and those that need one run at all. */
const onServer = Boolean(process.env.TEST_DATABASE_URL);

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
					include: ['{src,server,tests,scripts}/**/*.test.ts'],
					exclude: ['**/*.{db,pg}.test.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'database',
					include: [`{src,server,tests}/**/*.${onServer ? '{db,pg}' : 'db'}.test.ts`],
					globalSetup: './tests/support/database-setup.ts',
					isolate: false
				}
			}
		]
	}
});
