import { expect, type Page } from '@playwright/test';
import { addCard, entry, findBoard, openBoard, openNewText, saved, settled } from '../support/at-work.ts';
import { expectAccessible } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { toTheEnd } from '../support/text-page.ts';
import { townHall, type TownHall } from '../support/town-hall.ts';

let server: Awaited<ReturnType<typeof startServer>>;
/** The cable that one of the people hangs on. */
let cable: TownHall;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());
test.beforeEach(async () => void (cable = await townHall(server.url, (address) => address)));
test.afterEach(() => cable.close());

const noConnection = (page: Page) =>
	page
		.locator('.state')
		.getByText(/^Keine Verbindung/)
		.first();
const transferred = (page: Page) => page.getByText(/^Wieder verbunden\. \d+ Änderung(en)? übertragen\.$/).first();
const card = (page: Page, text: string) => page.getByRole('group', { name: `Karte: ${text}` });

/** How many pieces of unsent work the browser holds. */
const kept = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				const opening = indexedDB.open('wirkraum-outbox');
				opening.onsuccess = () => {
					const database = opening.result;
					database.onversionchange = () => database.close();
					if (database.objectStoreNames.length === 0) return resolve(0);
					const counting = database.transaction('work').objectStore('work').count();
					counting.onsuccess = () => {
						database.close();
						resolve(counting.result);
					};
				};
			})
	);

test('cards written without a connection survive a closed tab and arrive once', async ({ browser }) => {
	const anna = await openBoard(browser, cable.url);
	const bert = await openBoard(browser, server.url);
	await settled(anna);
	cable.cut();
	await addCard(anna, 'Auf der Zugfahrt');
	await expect(noConnection(anna)).toBeVisible();
	await expect(anna.getByText(/Änderungen warten auf diesem Gerät/).first()).toBeVisible();
	await expectAccessible(anna, 'board without a connection');
	const address = anna.url();
	const tabs = anna.context();
	await anna.close({ runBeforeUnload: false });
	await expect(entry(bert, 'Auf der Zugfahrt')).toHaveCount(0);

	cable.mend();
	const again = await tabs.newPage();
	await again.goto(address);
	await expect(transferred(again)).toBeVisible();
	await expect(saved(again)).toBeVisible();
	for (const page of [again, bert]) await expect(entry(page, 'Auf der Zugfahrt')).toHaveCount(1);
	await expect.poll(() => kept(again)).toBe(0);

	await again.reload();
	await expect(saved(again)).toBeVisible();
	await expect(entry(again, 'Auf der Zugfahrt')).toHaveCount(1);
});

test('what was written while the server was dead is there after a reload', async ({ browser }) => {
	const anna = await signIn(browser, server.url, 'Als Moderation');
	const paper = await openNewText(anna, 'Leitbild');
	await settled(anna);
	await server.kill9();
	await toTheEnd(paper);
	await anna.keyboard.type('Wir gestalten');
	await expect(noConnection(anna)).toBeVisible();
	await server.restart();
	await anna.reload();
	await expect(paper.getByText('Wir gestalten', { exact: true })).toHaveCount(1);
	await expect(saved(anna)).toBeVisible();
	await expect.poll(() => kept(anna)).toBe(0);
});

test('after an hour without a connection nothing deleted comes back, and own cards are there', async ({ browser }) => {
	const anna = await openBoard(browser, cable.url, 'canvas');
	const bert = await openBoard(browser, server.url, 'canvas');
	for (const text of ['Schwimmbad', 'Radweg']) {
		await bert.getByRole('button', { name: 'Neue Karte' }).click();
		await bert.keyboard.type(text);
		await bert.keyboard.press('Escape');
		await expect(card(anna, text)).toBeVisible();
	}
	await settled(anna);
	cable.cut();

	await card(bert, 'Schwimmbad').click();
	await bert.keyboard.press('Delete');
	await expect(card(bert, 'Schwimmbad')).toHaveCount(0);
	await card(bert, 'Radweg').dblclick();
	await bert.getByRole('textbox', { name: 'Text der Karte' }).press('End');
	await bert.keyboard.type(' bauen');
	await bert.keyboard.press('Escape');
	await expect(saved(bert)).toBeVisible();

	await card(anna, 'Schwimmbad').dblclick();
	await anna.getByRole('textbox', { name: 'Text der Karte' }).press('End');
	await anna.keyboard.type(' erhalten');
	await anna.keyboard.press('Escape');
	await anna.getByRole('button', { name: 'Neue Karte' }).click();
	await anna.keyboard.type('Bücherei');
	await anna.keyboard.press('Escape');
	await expect(noConnection(anna)).toBeVisible();
	const address = anna.url();
	const tabs = anna.context();
	await anna.close({ runBeforeUnload: false });

	cable.mend();
	const again = await tabs.newPage();
	await again.goto(address);
	await expect(transferred(again)).toBeVisible();
	for (const page of [again, bert]) {
		await expect(card(page, 'Bücherei')).toHaveCount(1);
		await expect(card(page, 'Radweg bauen')).toHaveCount(1);
		await expect(page.getByRole('group', { name: /^Karte: Schwimmbad/ })).toHaveCount(0);
	}
});

test('two tabs of one person agree, whichever is closed', async ({ browser }) => {
	const first = await openBoard(browser, cable.url);
	const second = await first.context().newPage();
	await second.goto(first.url());
	await expect(saved(second)).toBeVisible();
	for (const page of [first, second]) await settled(page);
	cable.cut();
	await first.bringToFront();
	await addCard(first, 'Aus dem ersten Fenster');
	await second.bringToFront();
	await addCard(second, 'Aus dem zweiten Fenster');
	await expect(noConnection(second)).toBeVisible();
	const address = first.url();
	await first.close({ runBeforeUnload: false });

	cable.mend();
	const third = await second.context().newPage();
	await third.goto(address);
	for (const page of [second, third]) {
		await page.bringToFront();
		await expect(entry(page, 'Aus dem ersten Fenster')).toHaveCount(1);
		await expect(entry(page, 'Aus dem zweiten Fenster')).toHaveCount(1);
		await expect(saved(page)).toBeVisible();
	}
	await expect.poll(() => kept(third)).toBe(0);
});

test('who may not write any more on return is told, and her text is hers until she throws it away', async ({
	browser
}) => {
	const anna = await signIn(browser, cable.url, 'Als Moderation');
	const paper = await openNewText(anna, 'Vision');
	const address = new URL(anna.url()).pathname;
	await settled(anna);
	cable.cut();
	await toTheEnd(paper);
	await anna.keyboard.type('Mein letzter Satz.');
	await expect(noConnection(anna)).toBeVisible();

	const bert = await signIn(browser, server.url, 'Als Moderation');
	await bert.goto(address);
	await bert.getByLabel('Danach weiterschreiben').uncheck();
	await bert.getByRole('button', { name: 'Fassung festhalten' }).click();
	await expect(bert.getByText('Fassung 1 ist festgehalten.')).toBeVisible();

	cable.mend();
	const words = anna.getByRole('textbox', { name: 'Ihr nicht übertragener Text' });
	await expect(anna.getByText(/weil Sie hier inzwischen nicht mehr schreiben dürfen/)).toBeVisible();
	await expect(words).toHaveValue('Mein letzter Satz.');
	await expectAccessible(anna, 'unsent work');
	await anna.reload();
	await expect(words).toHaveValue('Mein letzter Satz.');
	await anna.getByRole('button', { name: 'Verwerfen' }).click();
	await expect(words).toHaveCount(0);
	await anna.reload();
	await expect(anna.getByText('Aktueller Stand')).toBeVisible();
	await expect(words).toHaveCount(0);
	await bert.reload();
	await expect(bert.getByText('Mein letzter Satz.')).toHaveCount(0);
});

test('who only deleted something, and may not write any more on return, is told as well', async ({ browser }) => {
	const anna = await signIn(browser, cable.url, 'Als Moderation');
	const paper = await openNewText(anna, 'Streichungen');
	const address = new URL(anna.url()).pathname;
	await toTheEnd(paper);
	await anna.keyboard.type('Das bleibt stehen.');
	await expect(saved(anna)).toBeVisible();
	await settled(anna);
	cable.cut();
	for (let letters = 0; letters < 8; letters++) await paper.press('Backspace');
	await expect(noConnection(anna)).toBeVisible();

	const bert = await signIn(browser, server.url, 'Als Moderation');
	await bert.goto(address);
	await bert.getByLabel('Danach weiterschreiben').uncheck();
	await bert.getByRole('button', { name: 'Fassung festhalten' }).click();
	await expect(bert.getByText('Fassung 1 ist festgehalten.')).toBeVisible();

	cable.mend();
	const told = anna.getByText(/weil Sie hier inzwischen nicht mehr schreiben dürfen/);
	await expect(told).toBeVisible();
	await expect(anna.getByText('Text ist nicht dabei, nur Verschieben, Löschen oder Ähnliches.')).toBeVisible();
	await expect(anna.getByText('Das bleibt stehen.')).toBeVisible();
	await anna.reload();
	await expect(told).toBeVisible();
	await anna.getByRole('button', { name: 'Verwerfen' }).click();
	await expect(told).toHaveCount(0);
	await expect.poll(() => kept(anna)).toBe(0);
});

test('the start page tells what waits on this device, where it is sent, and lets go of it after a question', async ({
	browser
}) => {
	const anna = await signIn(browser, cable.url, 'Als Moderation');
	const tabs = anna.context();
	const waiting = (page: Page) => page.getByRole('region', { name: 'Noch nicht übertragen' });
	await expect(waiting(anna)).toHaveCount(0);
	const paper = await openNewText(anna, 'Leitsätze');
	const other = await tabs.newPage();
	const draft = await openNewText(other, 'Zweifel');
	for (const page of [anna, other]) await settled(page);
	cable.cut();
	await toTheEnd(paper);
	await anna.keyboard.type('Wir hören zu.');
	await toTheEnd(draft);
	await other.keyboard.type('Besser nicht.');
	for (const page of [anna, other]) await expect(noConnection(page)).toBeVisible();
	for (const page of [anna, other]) await page.close({ runBeforeUnload: false });
	cable.mend();

	const cookies = await tabs.cookies();
	await tabs.clearCookies();
	const page = await tabs.newPage();
	await page.goto('/login');
	await page.getByRole('button', { name: 'Als Steuerung' }).click();
	await expect(page.getByRole('heading', { name: /^Guten Tag/ })).toBeVisible();
	await page.waitForTimeout(4_000);
	await expect(waiting(page)).toHaveCount(0);
	expect(await kept(page)).toBeGreaterThanOrEqual(2);

	await tabs.clearCookies();
	await tabs.addCookies(cookies);
	await page.goto('/');
	await expect(waiting(page).getByRole('listitem')).toHaveCount(2);
	await expectAccessible(page, 'start page with waiting work');
	await page.getByRole('button', { name: 'Änderungen verwerfen: Zweifel' }).click();
	await expect(page.getByRole('textbox', { name: 'Ihr nicht übertragener Text' })).toHaveValue('Besser nicht.');
	await expectAccessible(page, 'question before discarding');
	await page.getByRole('button', { name: 'Abbrechen' }).click();
	await expect(waiting(page).getByRole('listitem')).toHaveCount(2);
	await page.getByRole('button', { name: 'Änderungen verwerfen: Zweifel' }).click();
	await page.getByRole('button', { name: 'Endgültig verwerfen' }).click();
	await expect(waiting(page).getByRole('listitem')).toHaveCount(1);
	await expect(waiting(page).getByRole('heading', { name: 'Noch nicht übertragen' })).toBeFocused();

	await page.getByRole('link', { name: 'Leitsätze' }).click();
	await expect(transferred(page)).toBeVisible();
	await expect(page.getByText('Wir hören zu.', { exact: true })).toBeVisible();
	await expect.poll(() => kept(page)).toBe(0);
	await page.goto('/');
	await page.waitForTimeout(4_000);
	await expect(waiting(page)).toHaveCount(0);
});

test('signing out asks about unsent work and leaves nothing on the device', async ({ browser }) => {
	const anna = await signIn(browser, cable.url, 'Als Moderation');
	const paper = await openNewText(anna, 'Vertraulich');
	await settled(anna);
	cable.cut();
	await toTheEnd(paper);
	await anna.keyboard.type('Nur für mich');
	await expect(noConnection(anna)).toBeVisible();
	const tabs = anna.context();
	await anna.close({ runBeforeUnload: false });
	cable.mend();

	const page = await tabs.newPage();
	await page.goto('/');
	expect(await kept(page)).toBeGreaterThan(0);
	const signOut = page.getByRole('button', { name: 'Abmelden' });
	let asked = '';
	page.once('dialog', (dialog) => ((asked = dialog.message()), void dialog.dismiss()));
	await signOut.click();
	await expect.poll(() => asked).toMatch(/Trotzdem abmelden\?$/);
	await expect(signOut).toBeVisible();
	page.once('dialog', (dialog) => void dialog.accept());
	const left = page.waitForResponse((response) => response.url().endsWith('/logout'));
	await signOut.click();
	expect((await (await left).allHeaders())['clear-site-data']).toBe('"storage"');
	await expect(page.getByRole('link', { name: 'Anmelden' }).first()).toBeVisible();
	expect(await kept(page)).toBe(0);
});

test('a page that is too old says so on boards and texts, with a button that loads it again', async ({ browser }) => {
	const outdated = await townHall(server.url, (address) => address.replace(/v=\d+/, 'v=0'));
	const page = await signIn(browser, outdated.url, 'Als Moderation');
	const text = await signIn(browser, server.url, 'Als Moderation');
	await openNewText(text, 'Alt');
	for (const address of [`${await findBoard(page, outdated.url)}?view=list`, new URL(text.url()).pathname]) {
		await page.goto(address);
		const reload = page.getByRole('button', { name: 'Neu laden' });
		await expect(page.getByText('Diese Seite ist veraltet. Bitte laden Sie sie neu.').first()).toBeVisible();
		const loaded = page.waitForEvent('load');
		await reload.click();
		await loaded;
		await expect(reload).toBeVisible();
	}
	await outdated.close();
});
