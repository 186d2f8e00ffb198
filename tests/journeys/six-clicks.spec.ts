import { expect } from '@playwright/test';
import { test } from '../support/journey.ts';
import { joinByPhone, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('from a new session to a guest’s first card on the projector it takes six clicks', async ({ browser }) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	let clicks = 0;
	await lead.context().exposeBinding('facilitatorClicked', () => void clicks++);
	await lead.context().addInitScript(() => {
		const { facilitatorClicked } = window as unknown as { facilitatorClicked: () => void };
		addEventListener('click', ({ isTrusted }) => isTrusted && facilitatorClicked(), { capture: true });
	});
	await lead.goto('/p');
	await lead.locator('main a[href^="/p/"]').first().click();
	await lead.waitForURL(/\/p\/[^/]+$/);
	const create = lead.getByRole('link', { name: 'Neue Sitzung' });
	await expect(create).toBeVisible();
	clicks = 0;

	await create.click();
	await expect(lead.getByRole('textbox', { name: 'Titel' })).toBeFocused();
	await lead.keyboard.type('Sechs Klicks');
	await lead.getByRole('button', { name: 'Sitzung anlegen' }).click();
	await lead.waitForURL(/\/lead$/);
	const opened = lead.context().waitForEvent('page');
	await lead.getByRole('link', { name: 'Projektor öffnen' }).click();
	const projector = await opened;
	const link = await lead.getByRole('link', { name: 'Link zum Teilnehmen' }).getAttribute('href');
	const path = new URL(link ?? '', server.url).pathname;
	const guest = await joinByPhone(browser, server.url, path, 'Ada', 'Politik');
	await lead.getByRole('button', { name: 'Sitzung starten' }).click();
	await lead.getByRole('button', { name: 'Weiter zu: Sammeln' }).click();
	await guest.getByLabel('Ihre Idee in einem Satz').fill('Mehr Radwege');
	await guest.getByRole('button', { name: 'Idee absenden' }).click();
	await expect(projector.getByText('1 Karte')).toBeVisible();
	await lead.getByRole('button', { name: 'Karten aufdecken' }).click();
	await expect(projector.getByText('Mehr Radwege').first()).toBeVisible();
	expect(clicks).toBeGreaterThan(3);
	expect(clicks).toBeLessThanOrEqual(6);
});
