import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
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
	await expect(lead.getByRole('button', { name: 'Weiter zu: Sammeln' })).toBeVisible();
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

	for (const page of ['', '/repeat', '/template']) {
		await lead.setViewportSize({ width: 1440, height: 900 });
		await lead.goto(form.replace('/repeat', page));
		await expectAccessible(lead, `session${page}`);
		await lead.setViewportSize({ width: 320, height: 640 });
		await expectNoSidewaysScrolling(lead);
	}
});

test('a proven agenda becomes a template of the house, is chosen, renamed and removed', async ({ browser }) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await lead.goto('/p');
	await lead.locator('main a[href^="/p/"]').first().click();
	await lead.waitForURL(/\/p\/[^/]+$/);
	const process = lead.url();
	await lead.goto(`${process}/templates`);
	await expect(lead.getByRole('region', { name: 'Für Sitzungen' }).getByText('Noch keine.')).toBeVisible();
	await expectAccessible(lead, 'no own templates');
	await lead.goto(`${process}/sessions/new`);
	await expect(lead.getByText('Noch keine.')).toBeVisible();
	await lead.getByRole('textbox', { name: 'Titel' }).fill('Klausur der Leitung');
	await lead.getByRole('radio', { name: /Klausurtagung Zielsystem/ }).check();
	await lead.getByRole('button', { name: 'Sitzung anlegen' }).click();
	await lead.getByRole('link', { name: 'Ablauf bearbeiten' }).click();
	await lead.getByRole('group', { name: 'Schritt 2' }).getByLabel('Titel').fill('Rückblick zu zweit');
	await lead.getByRole('button', { name: 'Ablauf speichern' }).click();
	await expect(lead.getByText('Der Ablauf ist gespeichert.')).toBeVisible();

	await lead.getByRole('link', { name: 'Als eigene Vorlage speichern' }).click();
	const name = lead.getByRole('textbox', { name: 'Name der Vorlage' });
	await expect(name).toHaveValue('Klausur der Leitung');
	await expectAccessible(lead, 'save as own template');
	await name.fill('potentialworkshop');
	await lead.getByRole('button', { name: 'Vorlage speichern' }).click();
	await expect(lead.getByRole('alert')).toContainText('gibt es schon');
	await expect(name).toHaveValue('potentialworkshop');
	await name.fill('Klausur Kreishaus');
	await lead.getByRole('button', { name: 'Vorlage speichern' }).click();
	await expect(lead.getByText('Die Vorlage „Klausur Kreishaus“ ist gespeichert.')).toBeVisible();

	await lead.getByRole('link', { name: 'Sitzung daraus anlegen' }).click();
	await expect(lead.getByRole('radio', { name: /Klausur Kreishaus/ })).toBeChecked();
	await expect(lead.getByText('2. Rückblick zu zweit')).toBeVisible();
	await expectAccessible(lead, 'new session with own templates');
	await lead.getByRole('textbox', { name: 'Titel' }).fill('Klausur 2027');
	await lead.getByRole('button', { name: 'Sitzung anlegen' }).click();
	await lead.waitForURL(/\/lead$/);
	await expect(lead.getByText('Rückblick zu zweit')).toBeVisible();

	// Renaming and removing needs no script, and removing is asked about first.
	const state = await lead.context().storageState();
	const plain = await browser.newPage({ baseURL: server.url, javaScriptEnabled: false, storageState: state });
	await plain.goto(`${process}/templates`);
	await plain.getByText('Umbenennen').first().click();
	await plain.getByLabel('Name der Vorlage').fill('Klausur im Kreishaus');
	await plain.getByRole('button', { name: 'Umbenennen' }).click();
	await expect(plain.getByRole('heading', { name: 'Klausur im Kreishaus' })).toBeVisible();
	await lead.goto(`${process}/templates`);
	await lead.getByText('Entfernen', { exact: true }).click();
	await expectAccessible(lead, 'own templates');
	await lead.setViewportSize({ width: 320, height: 640 });
	await expectNoSidewaysScrolling(lead);
	await lead.goto(`${process}/sessions/new`);
	await expectNoSidewaysScrolling(lead);
	await expect(plain.getByText('Vorlage entfernen?')).toBeHidden();
	await plain.getByText('Entfernen', { exact: true }).click();
	await expect(plain.getByText('Vorlage entfernen?')).toBeVisible();
	await plain.getByRole('button', { name: 'Vorlage entfernen' }).click();
	await expect(plain.getByText('Die Vorlage ist entfernt.')).toBeVisible();
	await expect(plain.getByRole('region', { name: 'Für Sitzungen' }).getByText('Noch keine.')).toBeVisible();
});
