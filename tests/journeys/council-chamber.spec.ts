import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { joinByPhone, openLead, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import { beginText, caretBehind, saved } from '../support/text-page.ts';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

/** Notes whatever could be heard or felt. */
const listen = () => {
	const heard: string[] = [];
	Object.assign(globalThis, { heard });
	const loud = (name: string) =>
		class {
			constructor() {
				heard.push(name);
			}
		};
	for (const name of ['Audio', 'AudioContext', 'Notification']) Object.assign(globalThis, { [name]: loud(name) });
	navigator.vibrate = () => heard.push('vibrate') > 0;
	HTMLMediaElement.prototype.play = () => Promise.resolve(void heard.push('play'));
};

/** Locks the screen of a phone and looks at it again a minute later. */
const lockForAMinute = (page: Page) =>
	page.evaluate(() => {
		let hidden = true;
		const now = Date.now;
		Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
		document.dispatchEvent(new Event('visibilitychange'));
		hidden = false;
		Date.now = () => now() + 60_000;
		document.dispatchEvent(new Event('visibilitychange'));
		Date.now = now;
	});

test('what goes wrong: a phone that was locked in the council chamber reads on at once, silently and still signed in', async ({
	browser
}) => {
	const wifi = await startTcpProxy(Number(new URL(server.url).port));
	try {
		const lead = await signIn(browser, server.url, 'Als Moderation');
		await beginText(lead, 'Im Sitzungssaal', ['Wir planen weit']);
		const council = await signIn(browser, `http://127.0.0.1:${wifi.port}`, 'Als Kreistagsmitglied');
		await council.addInitScript(listen);
		await council.setViewportSize({ width: 390, height: 844 });
		await council.emulateMedia({ colorScheme: 'dark' });
		const address = new URL(lead.url()).pathname;
		await council.goto(address);
		await expect(council.getByRole('radio', { name: 'Lesen' })).toBeChecked();
		await caretBehind(lead, 'Wir planen weit');
		await lead.keyboard.type(' voraus');
		await expect(council.getByText('Wir planen weit voraus')).toBeVisible();

		// While the screen is dark the Wi-Fi lets the connections die, and tells nobody.
		wifi.freeze();
		await caretBehind(lead, 'Wir planen weit voraus');
		await lead.keyboard.type(' und gerecht');
		await saved(lead);
		wifi.mend();
		await expect(council.getByText('gerecht')).toHaveCount(0);
		await lockForAMinute(council);
		await expect(council.getByText('Wir planen weit voraus und gerecht')).toBeVisible();

		expect(new URL(council.url()).pathname).toBe(address);
		await expectAccessible(council, 'a text on a phone in the council chamber');
		await council.setViewportSize({ width: 320, height: 640 });
		await expectNoSidewaysScrolling(council);
		expect(await council.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
	} finally {
		await wifi.close();
	}
});

test('what goes wrong: a guest link was forwarded: the unknown name is seen and removed, and gets nowhere', async ({
	browser
}) => {
	const { session } = await openWorkshop(server.url);
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await beginText(lead, 'Nur mit Konto', ['Wir planen weit']);
	const text = new URL(lead.url()).pathname;
	await openLead(lead, session.sessionId);
	const ada = await joinByPhone(browser, server.url, session.joinPath, 'Ada Lindner', 'Politik');
	const stranger = await joinByPhone(browser, server.url, session.joinPath, 'Wer ist das?', 'Politik');
	await expect(stranger.getByText('Sie sind dabei. Gleich geht es los.')).toBeVisible();

	// What members write is closed to guests, with or without the link.
	const asked = await stranger.request.get(text, { maxRedirects: 0 });
	expect(asked.status()).toBe(403);
	expect(await asked.text()).not.toContain('Wir planen weit');

	const people = lead.getByRole('region', { name: 'Teilnehmende' });
	await expect(people.getByText('Wer ist das?')).toBeVisible();
	await people.getByRole('button', { name: 'Wer ist das? entfernen' }).click();
	await lead.getByRole('dialog').getByRole('button', { name: 'Wer ist das? entfernen' }).click();
	await expect(stranger.getByText('Die Moderation hat Ihren Zugang beendet.')).toBeVisible();
	await expect(people.getByText('Wer ist das?')).toHaveCount(0);

	// The key that this device holds is dead, for pages as for live lines.
	const stream = await stranger.request.get(`/s/${session.sessionId}/events?view=participant`);
	expect(await stream.text()).toBe('event: removed\ndata: {}\n\n');
	expect((await stranger.request.get(`/b/${session.boardId}`)).status()).toBe(403);
	await stranger.goto(session.joinPath);
	await expect(stranger.getByText('Sie sind dabei. Gleich geht es los.')).toHaveCount(0);
	await expect(ada.getByText('Sie sind dabei. Gleich geht es los.')).toBeVisible();
});
