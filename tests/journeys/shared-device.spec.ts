import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { joinByPhone, openLead, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('two people share one phone only where the facilitator allows it', async ({ browser }) => {
	const { session } = await openWorkshop(server.url);
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await openLead(lead, session.sessionId);
	const phone = await joinByPhone(browser, server.url, session.joinPath, 'Ada Lindner', 'Politik');
	const another = phone.getByRole('link', { name: 'Weitere Person an diesem Gerät' });
	await expect(another).toHaveCount(0);
	await phone.goto(`/s/${session.sessionId}/companion`);
	await expect(phone.getByText('In dieser Sitzung nimmt an jedem Gerät eine Person teil.')).toBeVisible();
	await phone.getByRole('link', { name: 'Zurück zur Sitzung' }).click();

	await lead.getByRole('button', { name: 'Mehrere Personen an einem Gerät erlauben' }).click();
	await another.click();
	await expectAccessible(phone, 'another person on this device');
	await phone.getByLabel('Wie dürfen wir Sie nennen?').fill('Cem Aydın');
	await phone.getByRole('radio', { name: 'Verwaltung' }).check();
	await phone.getByRole('button', { name: 'Los geht’s' }).click();
	const device = phone.getByRole('navigation', { name: 'Personen an diesem Gerät' });
	await expect(device.getByRole('status')).toHaveText('Sie schreiben als Cem Aydın');
	await expect(lead.getByText('am Gerät von Ada Lindner')).toBeVisible();

	await lead.getByRole('button', { name: 'Sitzung starten' }).click();
	await lead.getByRole('button', { name: /Weiter zu: Sammeln/ }).click();
	const idea = phone.getByLabel('Ihre Idee in einem Satz');
	await idea.fill('Mehr Radwege');
	await phone.getByRole('button', { name: 'Idee absenden' }).click();
	await expect(phone.getByRole('region', { name: 'Ihre Karten' })).toContainText('Mehr Radwege');
	await expectAccessible(phone, 'phone of two people');
	for (const width of [390, 320]) {
		await phone.setViewportSize({ width, height: 844 });
		await expectNoSidewaysScrolling(phone);
	}
	await device.getByRole('link', { name: 'Ada Lindner' }).click();
	await expect(device.getByRole('status')).toHaveText('Sie schreiben als Ada Lindner');
	await expect(phone.getByRole('region', { name: 'Ihre Karten' })).not.toContainText('Mehr Radwege');
	await idea.fill('Lesepaten');
	await phone.getByRole('button', { name: 'Idee absenden' }).click();
	await expect(phone.getByRole('region', { name: 'Ihre Karten' })).toContainText('Lesepaten');
	await phone.reload();
	await expect(device.getByRole('status')).toHaveText('Sie schreiben als Ada Lindner');
	await expect(lead.getByText('2 Karten sind eingegangen')).toBeVisible();
	await expectAccessible(lead, 'lead with a shared device');

	await device.getByRole('link', { name: 'Cem Aydın' }).click();
	await expect(phone.getByRole('region', { name: 'Ihre Karten' })).toContainText('Mehr Radwege');
	await phone.getByRole('button', { name: 'Ich gehe kurz weg' }).click();
	await expect(lead.getByText('1 da, 0 fertig, 1 weg')).toBeVisible();
	await device.getByRole('link', { name: 'Ada Lindner' }).click();
	await expect(phone.getByRole('button', { name: 'Ich gehe kurz weg' })).toBeVisible();
});

test('a second person on a phone writes for herself without any script', async ({ browser }) => {
	const { session, lead } = await openWorkshop(server.url);
	const { sessionId } = session;
	await lead.done('share-devices', { sessionId, allowed: true });
	const joined = await joinByPhone(browser, server.url, session.joinPath, 'Ada Lindner', 'Politik');
	const state = await joined.context().storageState();
	const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false, storageState: state });
	const plain = await context.newPage();
	await plain.goto(`/s/${sessionId}/companion`);
	await plain.getByLabel('Wie dürfen wir Sie nennen?').fill('Cem Aydın');
	await plain.getByRole('radio', { name: 'Verwaltung' }).check();
	await plain.getByRole('button', { name: 'Los geht’s' }).click();
	await plain.getByRole('button', { name: 'Melden' }).click();
	await expect(plain.getByText('Sie schreiben als Cem Aydın')).toBeVisible();
	await expect(plain.getByRole('button', { name: 'Platz 1, Meldung zurückziehen' })).toBeVisible();
	await plain.getByRole('link', { name: 'Ada Lindner' }).click();
	await expect(plain.getByRole('button', { name: 'Melden' })).toBeVisible();
});
