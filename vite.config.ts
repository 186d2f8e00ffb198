import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { syncInDevelopment } from './scripts/vite-sync.js';

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
		include: ['{src,server,tests,scripts}/**/*.test.ts'],
		exclude: ['tests/journeys/**'],
		testTimeout: 20_000,
		hookTimeout: 60_000
	}
});
