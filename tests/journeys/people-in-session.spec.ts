import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { joinByPhone, openLead, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('people ask to speak from their phones and are called in their order', async ({ browser }) => {
	const { session } = await openWorkshop(server.url);
	const phone = (name: string) => joinByPhone(browser, server.url, session.joinPath, name, 'Politik');
	const [ada, ben] = [await phone('Ada Lindner'), await phone('Ben Yıldız')];
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await openLead(lead, session.sessionId);

	await ben.getByRole('button', { name: 'Melden' }).click();
	await expect(ben.getByRole('button', { name: 'Platz 1, Meldung zurückziehen' })).toBeVisible();
	await ada.getByRole('button', { name: 'Melden' }).click();
	await expect(ada.getByRole('button', { name: 'Platz 2, Meldung zurückziehen' })).toBeVisible();
	const queue = lead.getByRole('region', { name: 'Wortmeldungen' }).getByRole('listitem');
	await expect(queue).toHaveText([/1\. Ben Yıldız/, /2\. Ada Lindner/]);
	await expectAccessible(lead, 'lead with raised hands');
	await expectAccessible(ada, 'phone with a raised hand');
	for (const width of [390, 320]) {
		await ada.setViewportSize({ width, height: 700 });
		await expectNoSidewaysScrolling(ada);
	}

	await lead.getByRole('button', { name: 'Ben Yıldız war dran' }).click();
	await expect(ben.getByRole('button', { name: 'Melden' })).toBeVisible();
	await ada.reload();
	await ada.getByRole('button', { name: 'Platz 1, Meldung zurückziehen' }).click();
	await expect(lead.getByRole('region', { name: 'Wortmeldungen' })).toHaveCount(0);
});

test('a hand goes up and down without any script', async ({ browser }) => {
	const { session } = await openWorkshop(server.url);
	const joined = await joinByPhone(browser, server.url, session.joinPath, 'Cem', 'Verwaltung');
	const state = await joined.context().storageState();
	const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false, storageState: state });
	const plain = await context.newPage();
	await plain.goto(`/s/${session.sessionId}/take-part`);
	await plain.getByRole('button', { name: 'Melden' }).click();
	await plain.getByRole('button', { name: 'Platz 1, Meldung zurückziehen' }).click();
	await expect(plain.getByRole('button', { name: 'Melden' })).toBeVisible();
});

test('a guest is given another name and kept from writing, and goes on following', async ({ browser }) => {
	const { session, lead: host } = await openWorkshop(server.url);
	const dora = await joinByPhone(browser, server.url, session.joinPath, 'Quatschkopf', 'Politik');
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await openLead(lead, session.sessionId);
	await lead.getByRole('button', { name: 'Quatschkopf umbenennen' }).click();
	await lead.getByLabel('Name', { exact: true }).fill('Dora Meinecke');
	await expectAccessible(lead, 'another name');
	await lead.getByRole('button', { name: 'Umbenennen', exact: true }).click();
	await expect(lead.getByRole('button', { name: 'Dora Meinecke umbenennen' })).toBeVisible();

	await host.done('move-step', { sessionId: session.sessionId, to: 'next' });
	await lead.getByRole('button', { name: /Weiter zu: Sammeln/ }).click();
	await expect(dora.getByLabel('Ihre Idee in einem Satz')).toBeVisible();
	await lead.getByRole('button', { name: 'Dora Meinecke das Schreiben sperren' }).click();
	await expect(dora.getByText('Die Moderation hat Ihr Schreiben angehalten.')).toBeVisible();
	await expect(dora.getByLabel('Ihre Idee in einem Satz')).toHaveCount(0);
	await expect(lead.getByText('schreibt nicht')).toBeVisible();
	await expectAccessible(dora, 'phone of somebody who is muted');
	await expectAccessible(lead, 'lead with somebody who is muted');
	for (const width of [390, 320]) {
		for (const page of [lead, dora]) {
			await page.setViewportSize({ width, height: 800 });
			await expectNoSidewaysScrolling(page);
		}
	}
	await lead.getByRole('button', { name: 'Dora Meinecke wieder schreiben lassen' }).click();
	await dora.getByLabel('Ihre Idee in einem Satz').fill('Mehr Radwege');
	await dora.getByRole('button', { name: 'Idee absenden' }).click();
	await expect(lead.getByText('1 Karte').first()).toBeVisible();
});

test('the projector is covered for a part that is not for the wall', async ({ browser }) => {
	const { session } = await openWorkshop(server.url);
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await openLead(lead, session.sessionId);
	const projector = await lead.context().newPage();
	await projector.goto(`/s/${session.sessionId}/projector`);
	const door = projector.getByRole('heading', { name: 'Machen Sie mit' });
	await expect(door).toBeVisible();
	await lead.getByRole('button', { name: 'Projektor verdecken' }).click();
	await expect(projector.getByText('Gleich geht es hier weiter.')).toBeVisible();
	await expect(door).toHaveCount(0);
	await expectAccessible(projector, 'covered projector');
	await projector.reload();
	await expect(projector.getByText('Gleich geht es hier weiter.')).toBeVisible();
	expect(await projector.content()).not.toContain(session.joinPath);
	await lead.getByRole('button', { name: 'Projektor wieder zeigen' }).click();
	await expect(door).toBeVisible();
});

test('a phone that sleeps is still there, and who goes away says so herself', async ({ browser }) => {
	const { session } = await openWorkshop(server.url);
	const ada = await joinByPhone(browser, server.url, session.joinPath, 'Ada Lindner', 'Politik');
	const ben = await joinByPhone(browser, server.url, session.joinPath, 'Ben Yıldız', 'Verwaltung');
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await openLead(lead, session.sessionId);
	const people = lead.getByRole('region', { name: 'Teilnehmende' });
	await expect(people.getByText('2 da, 0 fertig')).toBeVisible();

	await ben.close();
	await expect(people.getByText('nicht verbunden')).toBeVisible();
	await expect(people.getByText('2 da, 0 fertig')).toBeVisible();

	await ada.getByRole('button', { name: 'Ich gehe kurz weg' }).click();
	await expect(ada.getByText('Sie haben sich abgemeldet.')).toBeVisible();
	await expect(people.getByText('1 da, 0 fertig, 1 weg')).toBeVisible();
	await expectAccessible(ada, 'phone of somebody who is away');
	await expectAccessible(lead, 'lead with somebody who is away');
	for (const width of [390, 320]) {
		await ada.setViewportSize({ width, height: 700 });
		await expectNoSidewaysScrolling(ada);
	}
	await ada.getByRole('button', { name: 'Ich bin wieder da' }).click();
	await expect(people.getByText('2 da, 0 fertig')).toBeVisible();
	await expect(ada.getByRole('button', { name: 'Ich gehe kurz weg' })).toBeVisible();
});

test('who comes late reads where the group is and what to do now', async ({ browser }) => {
	const { session, lead } = await openWorkshop(server.url);
	const { sessionId, joinPath } = session;
	const ada = await joinByPhone(browser, server.url, joinPath, 'Ada Lindner', 'Politik');
	for (const _ of ['Ankommen', 'Sammeln']) await lead.done('move-step', { sessionId, to: 'next' });
	await ada.getByLabel('Ihre Idee in einem Satz').fill('Mehr Radwege');
	await ada.getByRole('button', { name: 'Idee absenden' }).click();
	await expect(ada.getByText('Angekommen. Noch eine?')).toBeVisible();
	await lead.done('reveal-cards', { sessionId });
	await lead.done('move-step', { sessionId, to: 'next' });

	const ben = await joinByPhone(browser, server.url, joinPath, 'Ben Yıldız', 'Verwaltung');
	const card = ben.getByRole('region', { name: 'Wir sind schon bei Schritt 3 von 5: Ordnen.' });
	await expect(card).toContainText('Bisher: 1 Karte.');
	await expect(card).toContainText('Ihre Aufgabe jetzt: Schauen Sie mit, wie die Karten geordnet werden.');
	await expect(card).toContainText(/Noch (19|20) Minuten\./);
	await expect(ada.getByText('Wir sind schon bei')).toHaveCount(0);
	await expectAccessible(ben, 'phone of somebody who came late');
	for (const width of [390, 320]) {
		await ben.setViewportSize({ width, height: 700 });
		await expectNoSidewaysScrolling(ben);
	}
	await card.getByRole('button', { name: 'Hinweis schließen' }).press('Enter');
	await expect(card).toHaveCount(0);
	await ben.reload();
	await expect(ben.getByRole('heading', { name: 'Ordnen', level: 1 })).toBeVisible();
	await expect(card).toHaveCount(0);

	const cem = await joinByPhone(browser, server.url, joinPath, 'Cem Aydın', 'Verwaltung');
	await expect(cem.getByText('Wir sind schon bei Schritt 3 von 5')).toBeVisible();
	await lead.done('move-step', { sessionId, to: 'next' });
	await expect(cem.getByText('Gleich wird abgestimmt.')).toBeVisible();
	await expect(cem.getByText('Wir sind schon bei')).toHaveCount(0);
});

test('the facilitator calls everybody and shows one card large on the wall', async ({ browser }) => {
	const { lead: host, session } = await openWorkshop(server.url);
	const { sessionId } = session;
	const ada = await joinByPhone(browser, server.url, session.joinPath, 'Ada Lindner', 'Politik');
	for (const to of ['next', 'next']) await host.done('move-step', { sessionId, to });
	for (const text of ['Mehr Radwege', 'Lesepaten']) await host.done('submit-card', { sessionId, text });
	await host.done('reveal-cards', { sessionId });
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await openLead(lead, sessionId);
	const projector = await lead.context().newPage();
	await projector.goto(`/s/${sessionId}/projector`);
	await lead.getByRole('button', { name: 'Groß zeigen: Mehr Radwege' }).click();
	await expect(projector.getByText('Lesepaten')).toHaveCount(0);
	await expect(projector.getByText('Mehr Radwege')).toBeVisible();
	await expectAccessible(projector, 'projector with one large card');
	await expectAccessible(lead, 'lead with one large card');
	await lead.getByRole('button', { name: 'Nicht mehr groß zeigen' }).click();
	await expect(projector.getByText('Lesepaten')).toBeVisible();

	await ada.getByRole('link', { name: /^Meine/ }).click();
	await lead.getByRole('button', { name: 'Alle zu mir' }).click();
	await expect(ada.getByText('Die Moderation ruft alle hierher.')).toBeVisible();
	await expect(ada).toHaveURL(/\/take-part(\?)?$/);
	await expectAccessible(ada, 'phone that was called');
});
