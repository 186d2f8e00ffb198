import { expect } from '@playwright/test';
import { test } from '../support/journey.ts';
import { joinByPhone } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('whoever has clicked arrives, also when her rights change on the way', async ({ browser }) => {
	const { lead, session } = await openWorkshop(server.url);
	const toNext = () => lead.done('move-step', { sessionId: session.sessionId, to: 'next' });
	const page = await joinByPhone(browser, server.url, session.joinPath, 'Ada', 'Politik');
	await toNext();
	await toNext();
	await page.goto(`${server.url}/b/${session.boardId}?view=list`);
	await expect(page.getByText('In diesem Schritt kann hier nur die Moderation schreiben.')).toBeVisible();
	await expect(page.getByText('Aktueller Stand', { exact: true })).toBeVisible();

	let asked = false;
	await page.route(/\/history\/__data\.json/, async (route) => {
		asked = true;
		await new Promise((go) => setTimeout(go, 2_000));
		await route.continue();
	});
	await page.getByRole('link', { name: 'Verlauf' }).click();
	await expect.poll(() => asked).toBe(true);
	await toNext();
	await page.waitForURL(/\/history$/);
	await expect(page.getByRole('heading', { name: /^Verlauf/ })).toBeVisible();
});
