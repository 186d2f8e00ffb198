import { test as base } from '@playwright/test';

/**
 * A journey through the program. When it is over, everybody in it closes her browser: pages that stay open go on working, look for
 * servers that are gone, and make every later journey slower.
 */
export const test = base.extend<{ everybodyLeaves: void }>({
	everybodyLeaves: [
		async ({ browser }, use) => {
			await use();
			await Promise.all(browser.contexts().map((context) => context.close()));
		},
		{ auto: true }
	]
});
