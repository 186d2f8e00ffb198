import { expect, type Page } from '@playwright/test';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

/** Opens a page over a line on which scripts take as long as the test wants; the answer lets them come. */
async function openSlowly(page: Page, path: string): Promise<() => void> {
	let come = () => {};
	const came = new Promise<void>((go) => (come = go));
	await page.route('**/_app/immutable/**/*.js', (route) => came.then(() => route.continue()));
	await page.goto(path, { waitUntil: 'commit' });
	return come;
}

test('a button that is pressed while the page still loads does its work as soon as it can', async ({ browser }) => {
	const { session } = await openWorkshop(server.url);
	const lead = await signIn(browser, server.url, 'Als Moderation');
	const scriptsCome = await openSlowly(lead, `/s/${session.sessionId}/lead`);
	await lead.getByRole('button', { name: 'Sitzung beenden' }).press('Enter');
	await expect(lead.getByRole('dialog')).toHaveCount(0);
	scriptsCome();
	await expect(lead.getByRole('dialog', { name: 'Sitzung beenden?' })).toBeVisible();
});

test('who has turned to something else meanwhile is not surprised by an early press', async ({ browser }) => {
	const { session } = await openWorkshop(server.url);
	const lead = await signIn(browser, server.url, 'Als Moderation');
	const scriptsCome = await openSlowly(lead, `/s/${session.sessionId}/lead`);
	await lead.getByRole('button', { name: 'Sitzung beenden' }).click();
	await lead.getByRole('heading', { level: 1 }).click();
	scriptsCome();
	await expect(lead.getByText('Verbunden', { exact: true })).toBeVisible();
	await expect(lead.getByRole('dialog')).toHaveCount(0);
});

test('what opens without scripts is not closed again by them', async ({ browser }) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	const scriptsCome = await openSlowly(lead, '/p');
	await lead.getByRole('button', { name: 'Darstellung und Sprache' }).click();
	scriptsCome();
	await lead.waitForLoadState('networkidle');
	await expect(lead.getByRole('radio', { name: 'English' })).toBeVisible();
});
