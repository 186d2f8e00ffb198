import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { LeadState } from '#protocol/session-state.ts';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { joinByPhone, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

/** A workshop in which two guests have written, one card of them a formula; the cards are still hidden. */
async function aWorkshop() {
	const { lead, session } = await openWorkshop(server.url);
	const guests = [];
	for (const name of ['Frau Ada', 'Herr Ben']) guests.push(await new Visitor(server.url).join(session.joinPath, name));
	const { sessionId } = session;
	await lead.done('move-step', { sessionId, to: 'next' });
	await lead.done('move-step', { sessionId, to: 'next' });
	await guests[0]!.done('submit-card', { sessionId, text: 'Radweg nach Schöningen' });
	await guests[1]!.done('submit-card', { sessionId, text: '=1+1' });
	return { lead, sessionId };
}

async function downloaded(page: Page, name: string): Promise<string> {
	const waiting = page.waitForEvent('download');
	await page.getByRole('link', { name }).click();
	return readFileSync(await (await waiting).path(), 'utf8');
}

test('the minutes are ready while the session still runs, name every card once and hide what is hidden', async ({
	browser
}) => {
	const { lead, sessionId } = await aWorkshop();
	const page = await signIn(browser, server.url, 'Als Moderation');
	await page.goto(`/s/${sessionId}/lead`);
	await page.getByRole('link', { name: 'Protokoll' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Protokoll: Probe');
	await expect(page.getByText('Noch verdeckt: 2 Karten')).toBeVisible();
	await expect(page.getByText('Schöningen')).toHaveCount(0);
	await expect(page.getByRole('rowheader', { name: 'Frau Ada' })).toBeVisible();
	const hidden = await downloaded(page, 'Karten als CSV');
	expect(hidden).toContain('Noch verdeckt: 2 Karten');
	expect(hidden).not.toContain('Schöningen');

	await lead.done('reveal-cards', { sessionId });
	await page.reload();
	await expect(page.getByText('Radweg nach Schöningen')).toHaveCount(1);
	await expect(page.getByText('Noch verdeckt:')).toHaveCount(0);
	expect(await downloaded(page, 'Karten als CSV')).toMatch(/;"?'=1\+1/);
	const everything = JSON.parse(await downloaded(page, 'Alles als JSON')) as { steps: unknown[] };
	expect(everything.steps).toHaveLength(5);
	expect(JSON.stringify(everything)).not.toContain('Frau Ada');

	await expectAccessible(page, 'minutes, draft');
	await page.setViewportSize({ width: 320, height: 640 });
	await expectNoSidewaysScrolling(page);
});

test('two people write at the same time: the second sees both and nothing is lost', async ({ browser }) => {
	const { sessionId } = await aWorkshop();
	const first = await signIn(browser, server.url, 'Als Moderation');
	const second = await signIn(browser, server.url, 'Als Moderation');
	for (const page of [first, second]) await page.goto(`/s/${sessionId}/minutes`);
	await first.getByRole('textbox', { name: 'Zusammenfassung' }).fill('Es ging um Radwege.');
	await first.getByRole('button', { name: 'Entwurf speichern' }).click();
	await expect(first.getByText('Gespeichert. Das Protokoll ist noch nicht freigegeben.')).toBeVisible();
	await second.getByRole('textbox', { name: 'Zusammenfassung' }).fill('Es ging um Wege.');
	await second.getByRole('button', { name: 'Entwurf speichern' }).click();
	await expect(second.getByText('Während Sie schrieben, hat')).toBeVisible();
	await expect(second.getByRole('textbox', { name: 'Zusammenfassung' })).toHaveValue('Es ging um Wege.');
	await expect(second.getByText('Gespeichert steht hier:')).toBeVisible();
	await expectAccessible(second, 'minutes, conflict');
	await second.getByRole('textbox', { name: 'Zusammenfassung' }).fill('Es ging um Wege, vor allem Radwege.');
	await second.getByRole('button', { name: 'Entwurf speichern' }).click();
	await expect(second.getByText('Gespeichert. Das Protokoll ist noch nicht freigegeben.')).toBeVisible();
	await first.reload();
	await expect(first.getByRole('textbox', { name: 'Zusammenfassung' })).toHaveValue(
		'Es ging um Wege, vor allem Radwege.'
	);
});

test('a released version of the minutes never changes, is read by guests, and is corrected by the next one', async ({
	browser
}) => {
	const { lead, sessionId } = await aWorkshop();
	const watched = await lead.watch(sessionId, 'lead');
	const { joinPath } = watched.latest() as LeadState;
	watched.leave();
	const guest = await joinByPhone(browser, server.url, joinPath, 'Frau Cem', 'Verwaltung');
	await guest.goto(`/s/${sessionId}/minutes`);
	await expect(guest.getByText('Das Protokoll ist noch nicht freigegeben.')).toBeVisible();
	await expectAccessible(guest, 'minutes, not released');

	await lead.done('reveal-cards', { sessionId });
	await lead.done('end-session', { sessionId });
	// Everything works without a script.
	const signedIn = await signIn(browser, server.url, 'Als Moderation');
	const storageState = await signedIn.context().storageState();
	const page = await browser.newPage({ baseURL: server.url, javaScriptEnabled: false, storageState });
	await page.goto(`/s/${sessionId}/minutes`);
	await page.getByRole('textbox', { name: 'Ort' }).fill('Kreishaus, Raum 12');
	await page.getByRole('textbox', { name: 'Anmerkungen' }).fill('Es fehlte an Stühlen.');
	await page.getByRole('button', { name: 'Freigeben' }).click();
	await expect(page.getByText('Freigegeben. Diese Fassung ändert sich nicht mehr.')).toBeVisible();
	const released = await page.locator('article').innerText();
	expect(released).toContain('Kreishaus, Raum 12');

	await guest.reload();
	await expect(guest.getByText('Es fehlte an Stühlen.')).toBeVisible();
	await expect(guest.getByRole('link', { name: 'Karten als CSV' })).toHaveCount(0);
	await expect(guest.getByRole('button', { name: 'Freigeben' })).toHaveCount(0);
	await expectAccessible(guest, 'minutes, released');

	await page.getByRole('link', { name: 'Neue Fassung beginnen' }).click();
	await page.getByRole('textbox', { name: 'Anmerkungen' }).fill('Es fehlte an Tischen.');
	await page.getByRole('button', { name: 'Freigeben' }).click();
	await expect(page.getByText('Es fehlte an Tischen.')).toBeVisible();
	await guest.reload();
	await expect(guest.getByText('Es fehlte an Tischen.')).toBeVisible();
	await guest.getByRole('link', { name: /^Fassung 1/ }).click();
	await expect(guest.getByText('Es gibt eine neuere Fassung.')).toBeVisible();
	await expect(guest.getByText('Es fehlte an Stühlen.')).toBeVisible();
	await page.goto(`/s/${sessionId}/minutes?version=1`);
	expect(await page.locator('article').innerText()).toBe(released);
});

test('the minutes print black on white without navigation, and a draft says so', async ({ browser }) => {
	const { sessionId } = await aWorkshop();
	const page = await signIn(browser, server.url, 'Als Moderation');
	await page.goto(`/s/${sessionId}/minutes`);
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	await expect(page.getByText('ENTWURF', { exact: true }).first()).toBeVisible();
	await expect(page.getByRole('navigation')).toHaveCount(0);
	await expect(page.getByRole('button')).toHaveCount(0);
	const [ink, paper] = await page.evaluate(() => {
		const { color } = getComputedStyle(document.querySelector('article h1')!);
		return [color, getComputedStyle(document.body).backgroundColor];
	});
	expect([ink, paper]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});
