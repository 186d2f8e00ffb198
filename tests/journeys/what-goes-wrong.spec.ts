import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { joinByPhone, openLead, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('the facilitator goes on too early: it is undone at once, and going back later keeps the vote', async ({
	browser
}) => {
	const { lead: host, session } = await openWorkshop(server.url);
	const { sessionId } = session;
	const ada = await new Visitor(server.url).join(session.joinPath, 'Ada');
	for (const to of ['next', 'next']) await host.done('move-step', { sessionId, to });
	await ada.done('submit-card', { sessionId, text: 'Mehr Radwege' });
	await host.done('reveal-cards', { sessionId });
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await openLead(lead, sessionId);
	await lead.getByRole('button', { name: 'Weiter zu: Ordnen' }).click();
	await lead.getByRole('button', { name: 'Rückgängig' }).click();
	await expect(lead.getByRole('heading', { level: 1, name: 'Sammeln' })).toBeVisible();

	await lead.getByRole('button', { name: 'Weiter zu: Ordnen' }).click();
	const watched = await host.watch(sessionId, 'lead');
	const elementIds = watched.latest()!.cards.map(({ elementId }) => elementId);
	watched.leave();
	await host.done('group-cards', { sessionId, title: 'Wege', elementIds });
	await lead.getByRole('button', { name: 'Weiter zu: Gewichten' }).click();
	await lead.getByRole('button', { name: 'Abstimmung öffnen' }).click();
	await expect(lead.getByText('0 von 1 haben abgestimmt').first()).toBeVisible();
	await lead.getByRole('button', { name: 'Abstimmung schließen' }).click();
	await expect(lead.getByText('Rang 1').first()).toBeVisible();
	await lead.getByRole('button', { name: /^Zurück/ }).click();
	await expect(lead.getByRole('heading', { level: 1, name: 'Ordnen' })).toBeVisible();
	await lead.getByRole('button', { name: 'Weiter zu: Gewichten' }).click();
	await expect(lead.getByText('Rang 1').first()).toBeVisible();
	await lead.goto(`/s/${sessionId}/results`);
	await expect(lead.getByText('Rang 1').first()).toBeVisible();
});

test('the Wi-Fi of the hall drops: a phone keeps its cards, sends each once, and late ones say so', async ({
	browser
}) => {
	const { lead: host, session } = await openWorkshop(server.url);
	const { sessionId } = session;
	const phone = await joinByPhone(browser, server.url, session.joinPath, 'Ada', 'Politik');
	for (const to of ['next', 'next']) await host.done('move-step', { sessionId, to });
	await expect(phone.getByLabel('Ihre Idee in einem Satz')).toBeVisible();
	await phone.context().setOffline(true);
	for (const text of ['Mehr Radwege', 'Lesepaten']) {
		await phone.getByLabel('Ihre Idee in einem Satz').fill(text);
		await phone.getByRole('button', { name: 'Idee absenden' }).click();
		await expect(phone.getByLabel('Ihre Idee in einem Satz')).toHaveValue('');
	}
	await expect(phone.getByText(/2 .*warten/).first()).toBeVisible();
	await host.done('reveal-cards', { sessionId });
	await host.done('move-step', { sessionId, to: 'next' });
	await phone.context().setOffline(false);
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await openLead(lead, sessionId);
	for (const text of ['Mehr Radwege', 'Lesepaten']) await expect(lead.getByText(text).first()).toBeVisible();
	await expect(phone.getByText(/warten/)).toHaveCount(0);
	const watched = await host.watch(sessionId, 'lead');
	expect(
		watched
			.latest()!
			.cards.map(({ text, late }) => [text, late])
			.sort()
	).toEqual([
		['Lesepaten', true],
		['Mehr Radwege', true]
	]);
	watched.leave();
});

test('whoever is not in the room sees the wall on her own screen, and the wall shows that she asks to speak', async ({
	browser
}) => {
	const { lead: host, session } = await openWorkshop(server.url);
	const remote = await joinByPhone(browser, server.url, session.joinPath, 'Fern Adler', 'Fachperson');
	const { sessionId } = session;
	for (const to of ['next', 'next']) await host.done('move-step', { sessionId, to });
	await host.done('submit-card', { sessionId, text: 'Mehr Radwege' });
	await host.done('reveal-cards', { sessionId });
	const lead = await signIn(browser, server.url, 'Als Moderation');
	const projector = await lead.context().newPage();
	await projector.goto(`/s/${sessionId}/projector`);
	await remote.getByText('Leinwand hier ansehen').click();
	const wall = remote.locator('details', { hasText: 'Leinwand hier ansehen' });
	await expect(wall.getByText('Mehr Radwege')).toBeVisible();
	expect(await wall.textContent()).not.toContain(session.code);
	await expectAccessible(remote, 'phone with the wall');
	await remote.setViewportSize({ width: 320, height: 640 });
	await expectNoSidewaysScrolling(remote);
	await remote.getByRole('button', { name: 'Melden' }).click();
	for (const picture of [projector, wall]) await expect(picture.getByText('1 Wortmeldung')).toBeVisible();
	expect(await projector.content()).not.toContain('Fern Adler');
	await expectAccessible(projector, 'projector with a raised hand');
});

test('a group that writes hardly a card, or calls for help, is seen in the cockpit', async ({ browser }) => {
	const steering = await new Visitor(server.url).signIn('steuerung@demo.local');
	const { processId } = await steering.done('create-process', {
		title: 'Zwei Gruppen',
		template: 'potential-analysis',
		groups: 'Schule und Kultur\nGesundheit und Sport'
	});
	const groups = await (await steering.get(`/p/${processId}/groups`)).text();
	const [first, second] = [...new Set([...groups.matchAll(/href="\/s\/([0-9a-f-]{36})"/g)].map(([, id]) => id!))];
	const cockpit = await signIn(browser, server.url, 'Als Steuerung');
	await cockpit.goto(`/p/${processId}/cockpit`);
	for (const to of ['next', 'next', 'next']) await steering.done('move-step', { sessionId: first, to });
	const row = (name: string) => cockpit.getByRole('article', { name });
	await expect(row('Schule und Kultur').getByText(/Sehr wenige Karten/)).toBeVisible();
	await expect(row('Gesundheit und Sport').getByText(/Sehr wenige Karten/)).toHaveCount(0);

	const desk = await cockpit.context().newPage();
	await openLead(desk, second!);
	await desk.getByRole('button', { name: 'Hilfe rufen' }).click();
	await expect(row('Gesundheit und Sport').getByText('Braucht Hilfe')).toBeVisible();
	await expectAccessible(cockpit, 'cockpit with a call');
	await cockpit.getByRole('button', { name: 'Hilfe für Gesundheit und Sport ist erledigt' }).click();
	await expect(row('Gesundheit und Sport').getByText('Braucht Hilfe')).toHaveCount(0);
	await expect(desk.getByRole('button', { name: 'Hilfe rufen' })).toBeVisible();
});
