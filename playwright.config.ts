import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.js';

/**
 * What runs a second time on PostgreSQL: the journeys through the whole program, and those in which the database itself matters
 * (deaths, crowds, several processes). Each query has its own tests on both databases.
 */
const onPostgres = ['idea-to-goal', 'kill', 'load', 'setup', 'several-processes', 'town-hall'];

/** Journeys through the built program. Each starts its own server (tests/support/server.js), so they run one by one. */
export default defineConfig({
	testDir: 'tests/journeys',
	testMatch: process.env.DATABASE_URL ? onPostgres.map((name) => `${name}.spec.ts`) : '*.spec.ts',
	/** Several processes need PostgreSQL and a bus. */
	testIgnore: process.env.DATABASE_URL && process.env.TEST_BUS_URL ? [] : ['several-processes.spec.ts'],
	globalSetup: './tests/support/prepared-data.ts',
	outputDir: 'test-results/journeys',
	workers: 1,
	fullyParallel: false,
	forbidOnly: Boolean(process.env.CI),
	// A browser on a busy machine now and then misses a moment; what needed a second try is reported as flaky.
	retries: 1,
	timeout: 180_000,
	expect: { timeout: 15_000 },
	reporter: [['line'], ['json', { outputFile: process.env.JOURNEYS_REPORT || 'test-results/journeys.json' }]],
	use: {
		locale: 'de-DE',
		timezoneId: 'Europe/Berlin',
		actionTimeout: 15_000,
		navigationTimeout: 30_000,
		screenshot: 'only-on-failure',
		// A record of every step makes journeys a fifth slower, so only a second try gets one.
		trace: 'on-first-retry',
		launchOptions: {
			executablePath: findBrowser(),
			args: [
				'--disable-quic',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--disable-gpu',
				...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
			]
		}
	}
});
