import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { expectReady } from '../support/board-page.ts';
import { test } from '../support/journey.ts';
import { joinByPhone, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

/** The facilitator of the workshop of the demonstration, at her controls. */
async function lead(browser: Browser): Promise<Page> {
	const page = await signIn(browser, server.url, 'Als Moderation');
	await page.getByRole('link', { name: 'Potentialworkshop Wirtschaft und Tourismus' }).click();
	await page.waitForURL(/\/lead$/);
	return page;
}

async function openBoard(from: Page, view: 'canvas' | 'list' = 'canvas'): Promise<Page> {
	const link = from.getByRole('link', { name: /Board öffnen/ }).first();
	const board = await from.context().newPage();
	await board.goto(`${new URL((await link.getAttribute('href')) ?? '', server.url).pathname}?view=${view}`);
	await expect(board.getByText('Gespeichert', { exact: true })).toBeVisible();
	if (view === 'canvas') await expectReady(board);
	return board;
}

const card = (page: Page, text: string): Locator => page.getByRole('group', { name: `Karte: ${text}` });

/** Opens by keys what one types into; it comes over the network the first time. */
async function ask(page: Page, keys: string): Promise<void> {
	await page.keyboard.press(keys);
	await expect(page.getByRole('dialog').getByRole(keys === 'Control+k' ? 'combobox' : 'searchbox')).toBeFocused();
}

async function write(page: Page, ...texts: string[]): Promise<void> {
	for (const text of texts) {
		await page.keyboard.press('n');
		await page.keyboard.type(text);
		await page.keyboard.press('Escape');
		await expect(card(page, text)).toBeVisible();
	}
}

test('what lies behind is brought to the front by a key, and back again', async ({ browser }) => {
	const board = await openBoard(await lead(browser));
	await write(board, 'Wall', 'Graben', 'Tor');
	const pile = async () => {
		const texts = await board.locator('[data-element]').allTextContents();
		return ['Wall', 'Graben', 'Tor'].sort(
			(a, b) => texts.findIndex((text) => text.includes(a)) - texts.findIndex((text) => text.includes(b))
		);
	};
	await card(board, 'Wall').click();
	await board.keyboard.press('Shift+PageUp');
	await expect(board.getByText('Ganz nach vorn gelegt.').first()).toBeVisible();
	await expect.poll(pile).toEqual(['Graben', 'Tor', 'Wall']);
	await expect(card(board, 'Wall')).toBeFocused();
	await board.keyboard.press('Control+z');
	await expect.poll(pile).toEqual(['Wall', 'Graben', 'Tor']);

	// The menu has a twin of the key.
	await card(board, 'Tor').click();
	await board.keyboard.press('Shift+F10');
	await board.getByRole('button', { name: 'Nach vorn oder hinten …' }).press('Enter');
	await board.getByRole('button', { name: 'Ganz nach hinten' }).press('Enter');
	await expect.poll(pile).toEqual(['Tor', 'Wall', 'Graben']);
});

test('a dragged card comes into line with its neighbour and lies there exactly, or anywhere with Alt', async ({
	browser
}) => {
	const board = await openBoard(await lead(browser));
	await write(board, 'Mühle', 'Wehr');
	await ask(board, 'Control+f');
	await board.keyboard.type('Mühle');
	await board.keyboard.press('Enter');
	await expect(card(board, 'Mühle')).toBeFocused();
	const placeOf = async (text: string) => (await card(board, text).boundingBox())!;
	const drag = async (to: { x: number; y: number }) => {
		const from = await placeOf('Wehr');
		await board.mouse.move(from.x + 20, from.y + 20);
		await board.mouse.down();
		await board.mouse.move(to.x + 20, to.y + 20, { steps: 5 });
	};
	const mill = await placeOf('Mühle');
	const beside = { x: mill.x + 3, y: mill.y + mill.height + 30 };
	await drag(beside);
	await expect(board.locator('.guide').first()).toBeVisible();
	await board.mouse.up();
	await expect(board.locator('.guide')).toHaveCount(0);
	expect((await placeOf('Wehr')).x).toBeCloseTo(mill.x, 2);

	await board.keyboard.down('Alt');
	await drag(beside);
	await board.mouse.up();
	await board.keyboard.up('Alt');
	expect(Math.abs((await placeOf('Wehr')).x - beside.x)).toBeLessThan(1);
	await board.keyboard.press('Control+z');
	expect((await placeOf('Wehr')).x).toBeCloseTo(mill.x, 2);
});

test('one finds a card and a command by their words, without a mouse and from either view', async ({ browser }) => {
	const board = await openBoard(await lead(browser));
	await write(board, 'Kräutergarten');
	for (const view of ['canvas', 'list'] as const) {
		if (view === 'list') await board.getByRole('link', { name: 'Liste' }).click();
		await ask(board, 'Control+k');
		await expect(board.getByRole('combobox')).toBeFocused();
		await board.keyboard.type('krauter');
		await expect(board.getByRole('option', { selected: true })).toContainText('Karte: Kräutergarten');
		await expectAccessible(board, `the palette over the ${view}`);
		await board.keyboard.press('Enter');
		await expect(board.getByRole('dialog')).toHaveCount(0);
		await expect
			.poll(() => board.evaluate(() => document.activeElement?.closest('li, [data-element]')?.textContent))
			.toContain('Kräutergarten');

		await ask(board, 'Control+k');
		await board.keyboard.type('farbe türk');
		await board.keyboard.press('ArrowDown');
		await board.keyboard.press('ArrowUp');
		await board.keyboard.press('ArrowUp');
		await expect(board.getByRole('option', { selected: true })).toContainText('Farbe: Türkis');
		await board.keyboard.press('Enter');
		await expect(board.getByText('Farbe: Türkis.').first()).toBeVisible();
		await board.keyboard.press('Control+z');
	}
	// What is not possible says why, and nothing happens.
	await ask(board, 'Control+k');
	await board.keyboard.type('wiederholen');
	await board.keyboard.press('Enter');
	await expect(board.getByText('Der Schritt ist wieder da.').first()).toBeVisible();
	await ask(board, 'Control+k');
	await board.keyboard.type('wiederholen');
	await expect(board.getByRole('option')).toContainText('Es gibt keinen eigenen Schritt mehr.');
	await board.keyboard.press('Enter');
	await expect(board.getByRole('combobox')).toBeVisible();
	await board.setViewportSize({ width: 320, height: 640 });
	await expectNoSidewaysScrolling(board);
});

test('the overview brings one elsewhere, and stays folded away once somebody has done that', async ({ browser }) => {
	const board = await openBoard(await lead(browser));
	await write(board, 'Schleuse');
	await ask(board, 'Control+k');
	await board.keyboard.type('schleuse');
	await board.keyboard.press('Enter');
	await expect(card(board, 'Schleuse')).toBeInViewport();
	await expectAccessible(board, 'canvas with its overview');
	const map = board.locator('.minimap .map');
	await map.click({ position: { x: 20, y: 120 } });
	await expect(card(board, 'Schleuse')).not.toBeInViewport();
	await board.getByRole('button', { name: 'Übersicht des Boards' }).click();
	await expect(map).toHaveCount(0);
	await board.reload();
	await expectReady(board);
	await expect(board.getByRole('button', { name: 'Übersicht des Boards' })).toHaveAttribute('aria-expanded', 'false');
	await ask(board, 'Control+k');
	await board.keyboard.type('übersicht');
	await board.keyboard.press('Enter');
	// Who sees the whole board needs none.
	await expect(map).toBeHidden();
	for (let times = 0; times < 4; times++) await board.getByRole('button', { name: 'Vergrößern' }).click();
	await expect(map).toBeVisible();
});

test('one follows another person and sees what she sees, and everybody comes when the facilitator calls', async ({
	browser
}) => {
	const control = await lead(browser);
	const board = await openBoard(control);
	// Not so wide that a phone which shows the same could only paint it.
	await board.setViewportSize({ width: 1280, height: 800 });
	await write(board, 'Brunnen');
	const link = await control.getByRole('link', { name: 'Link zum Teilnehmen' }).getAttribute('href');
	const guest = await joinByPhone(browser, server.url, new URL(link ?? '', server.url).pathname, 'Ada', 'Politik');
	await guest.goto(`${new URL(board.url()).pathname}?view=canvas`);
	await expectReady(guest);

	await ask(board, 'Control+k');
	await board.keyboard.type('brunnen');
	await board.keyboard.press('Enter');
	await guest.bringToFront();
	await guest.locator('summary').filter({ hasText: '2 Personen hier' }).click();
	await guest.getByRole('button', { name: /folgen$/ }).click();
	const bar = guest.getByText(/^Sie folgen .* – Esc beendet$/);
	await expect(bar).toBeVisible();
	await expect(card(guest, 'Brunnen')).toBeInViewport();
	await expect(guest.getByText(/ ist im Bereich /).first()).toBeVisible();
	await expectAccessible(guest, 'following somebody');
	await expectNoSidewaysScrolling(guest);

	// She goes elsewhere, and the follower with her.
	await board.bringToFront();
	await board.locator('.minimap .map').click({ position: { x: 20, y: 120 } });
	await guest.bringToFront();
	await expect(card(guest, 'Brunnen')).not.toBeInViewport();
	await guest.keyboard.press('Escape');
	await expect(bar).toHaveCount(0);

	await board.bringToFront();
	await ask(board, 'Control+k');
	await board.keyboard.type('alle zu mir');
	await board.keyboard.press('Enter');
	await guest.bringToFront();
	await expect(bar).toBeVisible();
	await guest.getByRole('application').hover();
	await guest.mouse.wheel(0, 300);
	await expect(bar).toHaveCount(0);
});

test('the facilitator names the colours, and the list, the cards and the download say what they mean', async ({
	browser
}) => {
	const board = await openBoard(await lead(browser));
	await write(board, 'Marktplatz');
	await ask(board, 'Control+k');
	await board.keyboard.type('farben benennen');
	await board.keyboard.press('Enter');
	await board.getByRole('textbox', { name: 'Gelb' }).fill('Idee');
	await board.getByRole('textbox', { name: 'Rot' }).fill('Hindernis');
	await expectAccessible(board, 'naming the colours');
	await board.keyboard.press('Enter');
	await expect(board.getByRole('list', { name: 'Bedeutung der Farben' })).toContainText('Hindernis');
	await expect(board.getByRole('group', { name: 'Karte, Idee: Marktplatz' })).toBeVisible();
	await board.getByRole('group', { name: 'Karte, Idee: Marktplatz' }).click();
	await board.getByRole('button', { name: 'Rot: Hindernis' }).click();
	await expect(board.getByRole('group', { name: 'Karte, Hindernis: Marktplatz' })).toBeVisible();
	await expectAccessible(board, 'canvas with a legend');

	await board.getByRole('link', { name: 'Liste' }).click();
	await expect(board.getByRole('list', { name: 'Bedeutung der Farben' })).toContainText('Gelb: Idee');
	await expect(board.getByRole('listitem').filter({ hasText: 'Marktplatz' })).toContainText('(Rot: Hindernis)');
	await expectAccessible(board, 'list with a legend');
	await expect(board.getByText('Gespeichert', { exact: true })).toBeVisible();
	await expect
		.poll(async () => (await board.request.get(`${board.url().split('?')[0]}/export/board.txt`)).text())
		.toMatch(/Rot: Hindernis[^]*- Marktplatz \(Hindernis\)/);
});

test('the areas are presented one by one by keyboard, without anything else on the screen', async ({ browser }) => {
	const board = await openBoard(await lead(browser));
	await board.keyboard.press('p');
	await expect(board.getByText('Impulse (1 von 5)').first()).toBeVisible();
	await expect(board.getByRole('link', { name: 'Liste' })).toHaveCount(0);
	await expect(board.getByRole('toolbar', { name: 'Werkzeuge' })).toHaveCount(0);
	await board.keyboard.press('PageDown');
	await board.keyboard.press('ArrowRight');
	await expect(board.getByText('Ordnen (3 von 5)').first()).toBeVisible();
	await expect(board.getByRole('group', { name: /^Bereich: Ordnen/ })).toBeInViewport({ ratio: 0.99 });
	await expectAccessible(board, 'a slide');
	await board.keyboard.press('PageUp');
	await expect(board.getByRole('group', { name: /^Bereich: Sammeln/ })).toBeInViewport({ ratio: 0.99 });
	await board.keyboard.press('Escape');
	await expect(board.getByRole('link', { name: 'Liste' })).toBeVisible();
	await expect(board.getByRole('toolbar', { name: 'Werkzeuge' })).toBeVisible();
});
