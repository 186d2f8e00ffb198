import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { expectReady } from '../support/board-page.ts';
import { test } from '../support/journey.ts';
import { expectNothingLeft, joinByPhone, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

/** The facilitator of the workshop of the demonstration, at her controls. */
async function lead({ browser }: { browser: Parameters<typeof signIn>[0] }): Promise<Page> {
	const page = await signIn(browser, server.url, 'Als Moderation');
	await page.getByRole('link', { name: 'Potentialworkshop Wirtschaft und Tourismus' }).click();
	await page.waitForURL(/\/lead$/);
	return page;
}

/** The same person's board in another tab; undo belongs to the tab. */
async function openBoard(from: Page, view: 'canvas' | 'list'): Promise<Page> {
	const href = await from
		.getByRole('link', { name: /Board öffnen/ })
		.first()
		.getAttribute('href');
	const board = await from.context().newPage();
	await board.goto(`${new URL(href ?? '', server.url).pathname}?view=${view}`);
	await expect(board.getByText('Gespeichert', { exact: true })).toBeVisible();
	return board;
}

const card = (page: Page, text: string): Locator => page.getByRole('group', { name: `Karte: ${text}` });
const entry = (page: Page, text: string): Locator => page.getByRole('listitem').filter({ hasText: text });

/** Presses the keys of pasting with words of another program in the clipboard. */
async function pasteWords(page: Page, words: string): Promise<void> {
	await page.bringToFront();
	await page.evaluate((text) => navigator.clipboard.writeText(text), words);
	await page.keyboard.press('Control+v');
}

/** Presses Tab until a thing has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	for (let presses = 0; presses < 80; presses++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error('Tab does not reach it');
}

test('two people see each other write, and each takes back only own steps', async ({ browser }) => {
	const control = await lead({ browser });
	const one = await openBoard(control, 'canvas');
	const other = await openBoard(control, 'canvas');
	for (const page of [one, other]) {
		await page.bringToFront();
		await expectReady(page);
	}

	await one.bringToFront();
	await one.getByRole('button', { name: 'Neue Karte' }).click();
	await one.keyboard.type('Radwege');
	await other.bringToFront();
	await expect(card(other, 'Radwege')).toBeVisible();

	// Both type in the same card: nothing of either is lost.
	await card(other, 'Radwege').dblclick();
	await other.getByRole('textbox', { name: 'Text der Karte' }).press('End');
	await other.keyboard.type(' bauen');
	await one.bringToFront();
	await expect(one.getByRole('textbox', { name: 'Text der Karte' })).toHaveValue('Radwege bauen');
	await one.keyboard.type(' sicher');
	await other.bringToFront();
	await expect(other.getByRole('textbox', { name: 'Text der Karte' })).toHaveValue(/sicher/);
	await expect(other.getByRole('textbox', { name: 'Text der Karte' })).toHaveValue(/bauen/);
	await other.keyboard.press('Escape');

	// The second person's newest step is undone; the first person's card stays.
	await other.keyboard.press('n');
	await other.keyboard.type('Glasfaser');
	await other.keyboard.press('Escape');
	await one.bringToFront();
	await one.keyboard.press('Escape');
	await expect(card(one, 'Glasfaser')).toBeVisible();
	await card(one, 'Radwege').click();
	await one.keyboard.press('3');
	await other.bringToFront();
	await other.keyboard.press('Control+z');
	await other.keyboard.press('Control+z');
	await expect(card(other, 'Glasfaser')).toHaveCount(0);
	await expect(card(other, 'Radwege')).toBeVisible();
	await expect(other.getByText('Gespeichert', { exact: true })).toBeVisible();

	await one.bringToFront();
	await expect(one.getByRole('button', { name: 'Rot', exact: true })).toHaveAttribute('aria-pressed', 'true');
	await one.keyboard.press('Delete');
	await expect(card(one, 'Radwege')).toHaveCount(0);
	await one.getByRole('button', { name: 'Rückgängig', exact: true }).first().click();
	await expect(card(one, 'Radwege')).toBeVisible();
});

test('a card is dragged into an area and several form a group', async ({ browser }) => {
	const board = await openBoard(await lead({ browser }), 'canvas');
	for (const text of ['Tourismus', 'Wandern', 'Lappwaldsee']) {
		await board.getByRole('button', { name: 'Neue Karte' }).click();
		await board.keyboard.type(text);
		await board.keyboard.press('Escape');
	}
	await board.getByRole('button', { name: 'Einpassen' }).click();
	const from = await card(board, 'Tourismus').boundingBox();
	const to = await board.getByRole('group', { name: /^Bereich: Aktionsräume/ }).boundingBox();
	await board.mouse.move(from!.x + from!.width / 2, from!.y + from!.height / 2);
	await board.mouse.down();
	await board.mouse.move(to!.x + to!.width / 2, to!.y + to!.height / 2, { steps: 6 });
	await board.mouse.up();
	await expect(board.getByRole('group', { name: 'Karte: Tourismus, in Aktionsräume' })).toBeVisible();

	await card(board, 'Wandern').click();
	await card(board, 'Lappwaldsee').click({ modifiers: ['Shift'] });
	await board.getByRole('button', { name: 'Thema bilden' }).click();
	await board.keyboard.type('Draußen');
	await board.keyboard.press('Enter');
	await expect(board.getByRole('group', { name: 'Karte: Wandern, in Draußen' })).toBeVisible();
	await expect(board.getByRole('group', { name: /^Bereich: Draußen, 2 Einträge/ })).toBeVisible();
	await expectAccessible(board, 'canvas with a group');
	await board.setViewportSize({ width: 390, height: 844 });
	await expectNoSidewaysScrolling(board);
});

test('everything can be done in the list without a mouse', async ({ browser }) => {
	const board = await openBoard(await lead({ browser }), 'list');

	for (const text of ['Ausbildungsmesse', 'Fachkräfte']) {
		await tabTo(board, board.getByRole('button', { name: 'Neue Karte', exact: true }).first());
		await board.keyboard.press('Enter');
		await board.keyboard.type(text);
		await board.keyboard.press('Escape');
		await expect(entry(board, text)).toBeVisible();
	}

	// Into an area.
	await tabTo(board, board.getByRole('button', { name: 'Mehr zu: Ausbildungsmesse' }));
	await board.keyboard.press('Enter');
	await tabTo(board, board.getByRole('button', { name: 'Verschieben nach …' }));
	await board.keyboard.press('Enter');
	await tabTo(board, board.getByRole('dialog').getByRole('button', { name: 'Ordnen' }));
	await board.keyboard.press('Enter');
	await expect(board.getByRole('region', { name: /^Ordnen/ }).getByText('Ausbildungsmesse')).toBeVisible();
	await expect(board.getByRole('button', { name: 'Mehr zu: Ausbildungsmesse' })).toBeFocused();

	// A sentence between two cards.
	await board.keyboard.press('Enter');
	await tabTo(board, board.getByRole('button', { name: 'Verbinden mit …' }));
	await board.keyboard.press('Enter');
	await tabTo(board, board.getByRole('searchbox', { name: 'Suchen' }));
	await board.keyboard.type('Fachkr');
	await tabTo(board, board.getByRole('dialog').getByRole('button', { name: /Fachkräfte/ }));
	await board.keyboard.press('Enter');
	await expect(entry(board, 'Ausbildungsmesse wirkt auf Fachkräfte')).toBeVisible();

	// Into the bin: the sentence goes with its end, and both come back.
	await tabTo(board, board.getByRole('button', { name: 'Mehr zu: Fachkräfte' }));
	await board.keyboard.press('Enter');
	await tabTo(board, board.getByRole('button', { name: 'Löschen' }));
	await board.keyboard.press('Enter');
	await expect(board.getByText('Karte gelöscht.').first()).toBeVisible();
	await expect(entry(board, 'wirkt auf')).toHaveCount(0);
	expect(await board.evaluate(() => document.activeElement !== document.body)).toBe(true);
	await tabTo(board, board.getByRole('button', { name: 'Zurücklegen : Fachkräfte' }));
	await board.keyboard.press('Enter');
	await expect(entry(board, 'Ausbildungsmesse wirkt auf Fachkräfte')).toBeVisible();

	await expectAccessible(board, 'list');
	await board.keyboard.press('Shift+?');
	await expect(board.getByRole('dialog', { name: 'Hilfe und Tasten' })).toBeVisible();
	await expectAccessible(board, 'help');
	await board.keyboard.press('Escape');

	// What was written is found again, in the list and on the canvas.
	for (const view of ['list', 'canvas'] as const) {
		if (view === 'canvas') await board.getByRole('link', { name: 'Fläche' }).click();
		await board.keyboard.press('Control+f');
		await board.keyboard.type('ausbildungs ordnen');
		await expect(board.getByRole('status').getByText('1 Fundstelle')).toBeVisible();
		await expectAccessible(board, `finding in the ${view}`);
		await board.keyboard.press('Enter');
		await expect(board.getByRole('dialog')).toHaveCount(0);
		const focused = () => board.evaluate(() => document.activeElement?.closest('li, [data-element]')?.textContent);
		await expect.poll(focused).toContain('Ausbildungsmesse');
	}
	// The whole board comes along as a picture and as a list.
	await board.getByRole('button', { name: 'Herunterladen' }).click();
	await expectAccessible(board, 'downloading the board');
	for (const [choice, ending, content] of [
		['Bild (PNG)', 'png', '\x89PNG'],
		['Bild zum Vergrößern (SVG)', 'svg', 'Ausbildungsmesse wirkt auf Fachkräfte'],
		['Liste (Text)', 'txt', '  - Ausbildungsmesse\r\n']
	] as const) {
		const coming = board.waitForEvent('download');
		await board.getByText(choice).click();
		const file = await coming;
		expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
		expect((await readFile(await file.path())).toString(ending === 'png' ? 'latin1' : 'utf8')).toContain(content);
	}
	await board.keyboard.press('Escape');
	await board.getByRole('link', { name: 'Liste' }).click();
	await board.setViewportSize({ width: 320, height: 640 });
	await expectNoSidewaysScrolling(board);
});

test('cards go through the clipboard into another tab, cells of a table become cards, and rows come into line', async ({
	browser
}) => {
	const control = await lead({ browser });
	const board = await openBoard(control, 'canvas');
	await expectReady(board);
	await control.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await pasteWords(board, 'Anlass\tMonat\r\nHansetag\tMai\r\nLichterfest\t\r\n');
	await expect(board.getByText('5 Karten eingefügt.').first()).toBeVisible();
	await board.keyboard.press('0');
	const placeOf = async (text: string) => (await card(board, text).boundingBox())!;
	const [head, day, month] = [await placeOf('Anlass'), await placeOf('Hansetag'), await placeOf('Monat')];
	expect([head.x, head.y]).toEqual([day.x, month.y]);
	expect(day.y).toBeGreaterThan(head.y + head.height);

	// One press takes all of it back, another one brings it again.
	await board.keyboard.press('Control+z');
	await expect(card(board, 'Hansetag')).toHaveCount(0);
	await board.keyboard.press('Control+y');
	await expect(card(board, 'Hansetag')).toBeVisible();

	// A table of a web page is one, too, and nothing in it is run.
	await board.evaluate(() => {
		const data = new DataTransfer();
		const cells = '<td>Stadt<br>halle</td><td colspan="2"></td><td>Kino<img src="x" onerror="stolen = true"></td>';
		data.setData('text/html', `<style>td {}</style><table><tr>${cells}</tr></table>`);
		window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data }));
	});
	await expect(board.getByText('2 Karten eingefügt.').first()).toBeVisible();
	expect(await board.evaluate(() => 'stolen' in window)).toBe(false);
	await board.keyboard.press('Control+z');
	await expect(card(board, 'Stadt')).toHaveCount(0);

	// Out of line, and by the menu into line again.
	await card(board, 'Hansetag').click();
	await board.keyboard.press('Control+ArrowRight');
	await card(board, 'Anlass').click({ modifiers: ['Shift'] });
	await card(board, 'Lichterfest').click({ modifiers: ['Shift'] });
	await board.keyboard.press('Shift+F10');
	await expectAccessible(board, 'menu');
	await board.getByRole('button', { name: 'Ausrichten …' }).press('Enter');
	await expectAccessible(board, 'aligning');
	await board.getByRole('button', { name: 'An der linken Kante' }).press('Enter');
	await expect(board.getByText('Ausgerichtet.').first()).toBeVisible();
	await expect.poll(async () => (await placeOf('Hansetag')).x).toBe((await placeOf('Anlass')).x);

	// What was copied by a key in one tab is pasted in another, once by the keys and once by the menu.
	await board.keyboard.press('3');
	await board.keyboard.press('Control+c');
	await expect(board.getByText('3 Elemente kopiert.').first()).toBeVisible();
	const list = await openBoard(control, 'list');
	await list.bringToFront();
	await list.keyboard.press('Control+v');
	await expect(list.getByText('3 Karten eingefügt.').first()).toBeVisible();
	await expect(entry(list, 'Hansetag (Rot)')).toHaveCount(2);
	await list.keyboard.press('Control+d');
	await expect(list.getByText('3 Elemente dupliziert.').first()).toBeVisible();
	await list.keyboard.press('Control+x');
	await expect(list.getByText('3 Elemente ausgeschnitten.').first()).toBeVisible();
	await expect(entry(list, 'Hansetag (Rot)')).toHaveCount(2);
	await list.getByRole('button', { name: 'Mehr zu: Sammeln' }).click();
	await list.getByRole('button', { name: 'Einfügen' }).click();
	const area = list.getByRole('region', { name: /^Sammeln/ });
	await expect(area.getByRole('listitem').filter({ hasText: 'Lichterfest (Rot)' })).toBeVisible();
	await list.getByRole('button', { name: 'Auswahl aufheben' }).click();
	await expectAccessible(list, 'list after pasting');
	await list.getByRole('button', { name: 'Mehr zu: Sammeln' }).click();
	await list.getByRole('button', { name: 'Kopieren' }).click();
	expect(await list.evaluate(() => navigator.clipboard.readText())).toContain('Lichterfest');
});

test('a participant may write exactly as long as the step allows it', async ({ browser }) => {
	const control = await lead({ browser });
	const path = new URL(
		(await control.getByRole('link', { name: 'Link zum Teilnehmen' }).getAttribute('href')) ?? '',
		server.url
	).pathname;
	const guest = await joinByPhone(browser, server.url, path, 'Ada', 'Politik');
	await control.getByRole('button', { name: 'Sitzung starten' }).click();
	await control.getByRole('button', { name: 'Weiter zu: Sammeln' }).click();
	const href = await control
		.getByRole('link', { name: /Board öffnen/ })
		.first()
		.getAttribute('href');
	await guest.goto(new URL(href ?? '', server.url).pathname);
	await expect(guest.getByText('In diesem Schritt kann hier nur die Moderation schreiben.')).toBeVisible();
	await expect(guest.getByRole('button', { name: 'Neue Karte', exact: true })).toHaveCount(0);

	await control.getByRole('button', { name: 'Weiter zu: Ordnen' }).click();
	await guest.getByRole('button', { name: 'Neue Karte', exact: true }).first().click();
	await guest.keyboard.type('Von der Bürgerin');
	await guest.keyboard.press('Escape');
	await expect(guest.getByText('Gespeichert', { exact: true })).toBeVisible();
	await expect(entry(guest, 'Von der Bürgerin')).toBeVisible();
	// The facilitators' areas stay theirs.
	await guest.getByRole('button', { name: 'Mehr zu: Sammeln' }).click();
	await expect(guest.getByRole('dialog').getByRole('button', { name: 'Umbenennen' })).toHaveCount(0);
	await guest.keyboard.press('Escape');

	await control.getByRole('button', { name: 'Weiter zu: Gewichten' }).click();
	await expect(guest.getByText('In diesem Schritt kann hier nur die Moderation schreiben.')).toBeVisible();
	await expect(guest.getByText('Von der Bürgerin').first()).toBeVisible();
	expectNothingLeft([guest]);
});

test('the board can be read without any script', async ({ browser }) => {
	const control = await lead({ browser });
	const href = await control
		.getByRole('link', { name: /Board öffnen/ })
		.first()
		.getAttribute('href');
	const plain = await browser.newContext({
		baseURL: server.url,
		javaScriptEnabled: false,
		storageState: await control.context().storageState()
	});
	const page = await plain.newPage();
	await page.goto(new URL(href ?? '', server.url).pathname);
	await expect(page.getByRole('heading', { name: /^Sammeln/ })).toBeVisible();
});
