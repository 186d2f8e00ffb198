import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('an ended workshop is held once more, with its agenda and its areas and without its cards', async ({
	browser
}) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await lead.goto('/p');
	await lead.locator('main a[href^="/p/"]').first().click();
	await lead.getByRole('link', { name: 'Neue Sitzung' }).click();
	await lead.getByRole('textbox', { name: 'Titel' }).fill('Fachgruppe Gesundheit');
	await lead.getByRole('button', { name: 'Sitzung anlegen' }).click();
	await lead.waitForURL(/\/lead$/);
	await lead.getByRole('button', { name: 'Sitzung starten' }).click();
	await lead.getByRole('button', { name: 'Sitzung beenden' }).click();
	await lead.getByRole('dialog').getByRole('button', { name: 'Sitzung beenden' }).click();
	await expect(lead.getByRole('link', { name: 'Zum Ergebnis' })).toBeVisible();

	// The rest needs no script.
	const state = await lead.context().storageState();
	const plain = await browser.newPage({ baseURL: server.url, javaScriptEnabled: false, storageState: state });
	await plain.goto(lead.url().replace('/lead', ''));
	await plain.getByRole('link', { name: 'Sitzung wiederholen' }).click();
	await expect(plain.getByRole('textbox', { name: 'Titel' })).toHaveValue('Fachgruppe Gesundheit');
	await plain.getByRole('textbox', { name: 'Titel' }).fill('Fachgruppe Gesundheit, zweite Runde');
	const form = plain.url();
	await plain.getByRole('button', { name: 'Sitzung anlegen' }).click();
	await expect(plain.getByRole('heading', { level: 1 })).toHaveText('Fachgruppe Gesundheit, zweite Runde');
	await expect(plain.getByText('Sammeln')).toBeVisible();
	await expect(plain.getByRole('link', { name: 'Sitzung moderieren' })).toBeVisible();

	await lead.goto(form);
	await expectAccessible(lead, 'repeat a session');
	await lead.setViewportSize({ width: 320, height: 640 });
	await expectNoSidewaysScrolling(lead);
});
