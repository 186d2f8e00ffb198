import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('a facilitator prepares a workshop from a template and changes its agenda while it runs', async ({ browser }) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await lead.goto('/p');
	await lead.locator('main a[href^="/p/"]').first().click();
	await lead.getByRole('link', { name: 'Neue Sitzung' }).click();
	await lead.getByRole('textbox', { name: 'Titel' }).fill('Wo stehen wir?');
	await lead.getByRole('radio', { name: /Standortbestimmung/ }).check();
	await expect(lead.getByText('2. Die zehn Paare')).toBeVisible();
	await expectAccessible(lead, 'new session');
	await lead.getByRole('button', { name: 'Sitzung anlegen' }).click();
	await lead.waitForURL(/\/lead$/);

	await lead.getByRole('link', { name: 'Ablauf bearbeiten' }).click();
	const step = (number: number) => lead.getByRole('group', { name: `Schritt ${number}`, exact: true });
	const titleOf = (number: number) => step(number).getByLabel('Titel');
	await expect(titleOf(2)).toHaveValue('Die zehn Paare');
	await expectAccessible(lead, 'agenda');
	await titleOf(3).fill('Heute in Helmstedt');
	await step(3).getByLabel('Minuten').fill('25');
	await lead.getByRole('button', { name: 'Nach oben: Gewollt' }).click();
	await expect(lead.getByText('Der Ablauf ist gespeichert.')).toBeVisible();
	await expect(titleOf(3)).toHaveValue('Gewollt');
	await expect(titleOf(4)).toHaveValue('Heute in Helmstedt');
	await expect(step(4).getByLabel('Minuten')).toHaveValue('25');
	await lead.getByRole('button', { name: 'Schritt anfügen' }).click();
	await expect(titleOf(8)).toHaveValue('Neuer Schritt');
	await lead.getByRole('button', { name: 'Entfernen: Über Lücken sprechen' }).click();
	await expect(titleOf(7)).toHaveValue('Neuer Schritt');

	await lead.goto(lead.url().replace('/agenda', '/lead'));
	await lead.getByRole('button', { name: 'Sitzung starten' }).click();
	await lead.getByRole('button', { name: 'Weiter zu: Die zehn Paare' }).click();
	await expect(lead.getByText('Die Gruppe bespricht sich.')).toBeVisible();
	await expectAccessible(lead, 'lead while discussing');
	await lead.getByRole('link', { name: 'Ablauf bearbeiten' }).click();
	await expect(step(2).getByText('Dieser Schritt hat begonnen')).toBeVisible();
	await expect(step(3).getByRole('button', { name: /Nach oben/ })).toHaveCount(0);
	await lead.setViewportSize({ width: 390, height: 844 });
	await expectNoSidewaysScrolling(lead);

	const projector = await lead.context().newPage();
	await projector.goto(lead.url().replace('/agenda', '/projector'));
	await expect(projector.getByText('Marktorientierung und Wettbewerb → starke Nachhaltigkeit')).toBeVisible();
	await expectAccessible(projector, 'projector while discussing');
});

test('the agenda is changed without any script, and what was typed survives a refusal', async ({ browser }) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await lead.goto('/p');
	await lead.locator('main a[href^="/p/"]').first().click();
	const state = await lead.context().storageState();
	const plain = await browser.newPage({ baseURL: server.url, javaScriptEnabled: false, storageState: state });
	await plain.goto(`${lead.url()}/sessions/new`);
	await plain.getByRole('textbox', { name: 'Titel' }).fill('Ohne Skript');
	await plain.getByRole('button', { name: 'Sitzung anlegen' }).click();
	await plain.goto(plain.url().replace('/lead', '/agenda'));
	const second = plain.getByRole('group', { name: 'Schritt 2' });
	await second.getByLabel('Titel').fill('   ');
	await second.getByLabel('Frage oder Aufgabe').fill('Was fehlt uns?');
	await plain.getByRole('button', { name: 'Ablauf speichern' }).click();
	await expect(second.getByLabel('Frage oder Aufgabe')).toHaveValue('Was fehlt uns?');
	await expect(second.getByRole('alert')).toBeVisible();
	await second.getByLabel('Titel').fill('Sammeln in Stille');
	await plain.getByRole('button', { name: 'Ablauf speichern' }).click();
	await expect(plain.getByText('Der Ablauf ist gespeichert.')).toBeVisible();
	await expect(second.getByLabel('Titel')).toHaveValue('Sammeln in Stille');
});
