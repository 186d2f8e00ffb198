import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { joinByPhone, openLead, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

async function fitsNarrowScreens(...pages: Page[]): Promise<void> {
	for (const page of pages) {
		const before = page.viewportSize()!;
		for (const width of [390, 320]) {
			await page.setViewportSize({ width, height: 800 });
			await expectNoSidewaysScrolling(page);
		}
		await page.setViewportSize(before);
	}
}

test('with a waiting room nobody sees anything before the facilitator lets her in', async ({ browser }) => {
	const { session } = await openWorkshop(server.url);
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await openLead(lead, session.sessionId);
	const projector = await lead.context().newPage();
	await projector.goto(`/s/${session.sessionId}/projector`);
	const phone = (name: string) => joinByPhone(browser, server.url, session.joinPath, name, 'Politik');
	const ada = await phone('Ada Lindner');

	await lead.getByRole('button', { name: 'Mit Warteraum' }).click();
	await expect(lead.getByText('Wer neu dazukommt, wartet, bis Sie einlassen.')).toBeVisible();
	await expect(projector.getByText('Die Moderation lässt Sie dann ein.')).toBeVisible();
	const [ben, cem, dora] = [await phone('Ben Yıldız'), await phone('Cem Aydın'), await phone('Dora Meinecke')];
	for (const page of [ben, cem, dora])
		await expect(page.getByText('Die Moderation lässt Sie gleich herein.')).toBeVisible();
	await expectAccessible(ben, 'waiting room');
	await fitsNarrowScreens(ben, lead);
	await ben.goto(`/s/${session.sessionId}/take-part`);
	await expect(ben.getByRole('heading', { name: 'Sie sind angemeldet' })).toBeVisible();
	expect((await ben.request.get(`/b/${session.boardId}`)).status()).toBe(403);
	const stream = await ben.request.get(`/s/${session.sessionId}/events?view=participant`);
	expect(await stream.text()).toBe('event: removed\ndata: {}\n\n');
	await expect(ada.getByText('Sie sind dabei. Gleich geht es los.')).toBeVisible();

	await expect(lead.getByRole('heading', { name: '3 Personen warten am Eingang' })).toBeVisible();
	await expectAccessible(lead, 'lead with people at the door');
	await lead.getByRole('button', { name: 'Ben Yıldız einlassen' }).click();
	await expect(ben.getByText('Sie sind dabei. Gleich geht es los.')).toBeVisible();
	await lead.getByRole('button', { name: 'Cem Aydın ablehnen' }).click();
	await expectAccessible(lead, 'refusing somebody at the door');
	await lead.getByRole('dialog').getByRole('button', { name: 'Cem Aydın ablehnen' }).click();
	await expect(cem.getByText('Die Moderation hat Sie nicht eingelassen.')).toBeVisible();
	await expectAccessible(cem, 'not let in');
	await dora.context().setOffline(true);
	await expect(dora.getByText('Keine Verbindung.')).toBeVisible();
	await lead.getByRole('button', { name: 'Offen', exact: true }).click();
	await expect(lead.getByRole('region', { name: 'Teilnehmende' }).getByText('Dora Meinecke')).toBeVisible();
	await dora.context().setOffline(false);
	await expect(dora.getByText('Sie sind dabei. Gleich geht es los.')).toBeVisible();
});

test('the waiting room works without any script', async ({ browser }) => {
	const { session, lead } = await openWorkshop(server.url);
	await lead.done('set-entrance', { sessionId: session.sessionId, entrance: 'waiting-room' });
	const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
	const plain = await context.newPage();
	await plain.goto(session.joinPath);
	await plain.getByRole('radio', { name: 'Politik' }).check();
	await plain.getByRole('button', { name: 'Los geht’s' }).click();
	await expect(plain.getByText('Die Moderation lässt Sie gleich herein.')).toBeVisible();
	await lead.done('set-entrance', { sessionId: session.sessionId, entrance: 'open' });
	await expect(plain.getByText('Sie sind dabei. Gleich geht es los.')).toBeVisible();
});

test('a closed entrance keeps newcomers out and lets those come back who were in', async ({ browser }) => {
	const { session } = await openWorkshop(server.url);
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await openLead(lead, session.sessionId);
	const projector = await lead.context().newPage();
	await projector.goto(`/s/${session.sessionId}/projector`);
	const ada = await joinByPhone(browser, server.url, session.joinPath, 'Ada Lindner', 'Politik');
	await lead.getByRole('button', { name: 'Geschlossen', exact: true }).click();
	await expect(projector.getByText('Alle sind da. Der Eingang ist geschlossen.')).toBeVisible();
	await expectAccessible(projector, 'projector with a closed entrance');
	const stranger = await (await browser.newContext({ baseURL: server.url })).newPage();
	await stranger.goto(session.joinPath);
	await expect(stranger.getByRole('heading', { name: 'Der Eingang ist geschlossen' })).toBeVisible();
	await expectAccessible(stranger, 'closed door');
	await ada.goto(session.joinPath);
	await expect(ada.getByText('Sie sind dabei. Gleich geht es los.')).toBeVisible();
});
