import { expect, type Locator, type Page } from '@playwright/test';
import { cardOf, expectSaid, openBoardOn, writeCards } from '../support/board-page.ts';
import { namesIn } from '../support/heard.ts';
import { test } from '../support/journey.ts';
import { expectPlaceKept, press, walkTo } from '../support/keyboard.ts';
import { startServer } from '../support/server.js';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

/** Chooses what a dialog offers, by Tab and Enter. */
async function pick(page: Page, name: string | RegExp): Promise<void> {
	await press(page, page.getByRole('dialog').getByRole('button', { name }));
}

/** What has the focus on the canvas is framed there, and all of it is seen. */
async function expectFramed(page: Page): Promise<void> {
	await expect(page.locator('[data-element]:focus')).toBeVisible();
	await expect(async () => {
		const [at, frames] = await page.evaluate(() => {
			const place = (element: Element) => {
				const { x, y, width, height } = element.getBoundingClientRect();
				return [x, y, width, height].map(Math.round).join(' ');
			};
			return [place(document.activeElement!), [...document.querySelectorAll('.overlay .frame')].map(place)] as const;
		});
		expect(frames).toContain(at);
	}).toPass();
}

/** Goes to a card by its words. */
async function find(page: Page, words: string): Promise<void> {
	await page.keyboard.press('Control+f');
	await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused();
	await page.keyboard.type(words);
	await expect(page.getByRole('status').getByText('1 Fundstelle')).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(cardOf(page, words)).toBeFocused();
}

/** From the canvas on to its tools. */
async function walkOn(page: Page, goal: Locator): Promise<void> {
	await page.keyboard.press('Tab');
	await walkTo(page, goal);
}

test('without a mouse two cards are written, moved, joined, grouped, thrown away and brought back on the canvas', async ({
	browser
}) => {
	const board = await openBoardOn(browser, server.url);
	const onCanvas = () => board.evaluate(() => document.activeElement?.closest('[data-element]') !== null);
	for (let presses = 0; presses < 20 && !(await onCanvas()); presses++) await board.keyboard.press('Tab');
	await expectFramed(board);
	await writeCards(board, 'Radwege');
	await expectSaid(board, 'Neue Karte angelegt.');
	await writeCards(board, 'Busse');

	await board.keyboard.press('m');
	await pick(board, 'Ordnen');
	await expectSaid(board, 'Verschoben nach Ordnen.');
	await expect(board.getByRole('group', { name: 'Karte: Busse, in Ordnen' })).toBeFocused();

	await board.keyboard.press('v');
	await pick(board, /^Karte: Radwege/);
	await expectSaid(board, 'Verbunden: Busse wirkt auf Radwege.');
	await expect(cardOf(board, 'Busse')).toBeFocused();
	await expect(board.getByRole('group', { name: 'Busse wirkt auf Radwege' })).toBeVisible();

	// One goes to the neighbour and takes it along; the space bar takes one out and in again.
	await writeCards(board, 'Fähren');
	await board.keyboard.press('Shift+ArrowLeft');
	await expectSaid(board, '2 ausgewählt');
	await board.keyboard.press('Space');
	await expectSaid(board, '1 ausgewählt');
	await board.keyboard.press('Space');
	await board.keyboard.press('g');
	await expectSaid(board, 'Thema gebildet. Geben Sie ihm einen Namen.');
	await expect(board.getByRole('textbox', { name: 'Name des Bereichs' })).toBeFocused();
	await board.keyboard.type('Wege');
	await board.keyboard.press('Enter');
	await expect(board.getByRole('group', { name: /^Bereich: Wege, 2 Einträge/ })).toBeFocused();
	await expectFramed(board);

	await board.keyboard.press('Control+z');
	await expectSaid(board, 'Ihr letzter Schritt ist zurückgenommen.');
	await board.keyboard.press('Control+z');
	await expect(board.getByRole('group', { name: /^Bereich: Wege/ })).toHaveCount(0);
	await board.keyboard.press('Control+y');
	await expectSaid(board, 'Der Schritt ist wieder da.');
	await board.keyboard.press('Control+y');
	await expect(board.getByRole('group', { name: /^Bereich: Wege, 2 Einträge/ })).toBeVisible();

	// What is thrown away leaves the keyboard beside it; the bin gives back what it has, and leads to it.
	await find(board, 'Fähren');
	await board.keyboard.press('Delete');
	await expectSaid(board, 'Karte gelöscht.');
	await expect(cardOf(board, 'Fähren')).toHaveCount(0);
	await expectFramed(board);
	await find(board, 'Radwege');
	await board.keyboard.press('Delete');
	await expect(board.getByRole('group', { name: 'Busse wirkt auf Radwege' })).toHaveCount(0);
	await walkOn(board, board.getByRole('button', { name: 'Papierkorb' }));
	await board.keyboard.press('Enter');
	await pick(board, 'Zurücklegen : Radwege');
	await expect(board.getByRole('dialog').getByRole('status')).toHaveText('Zurückgelegt.');
	await expect(board.getByRole('button', { name: 'Zurücklegen : Fähren' })).toBeFocused();
	await board.keyboard.press('Enter');
	await expect(board.getByRole('dialog')).toHaveCount(0);
	await expect(board.getByRole('group', { name: 'Karte: Fähren, in Wege' })).toBeFocused();
	await expectFramed(board);
});

test('the same word is told again when the same thing happens again', async ({ browser }) => {
	const board = await openBoardOn(browser, server.url);
	await board.evaluate(() => {
		const heard: string[] = [];
		Object.assign(window, { heard });
		const hear = (changes: MutationRecord[]) => {
			for (const { addedNodes } of changes)
				for (const node of addedNodes) if (node.textContent) heard.push(node.textContent);
		};
		const place = document.querySelector('.place > [role=status]')!;
		new MutationObserver(hear).observe(place, { childList: true, subtree: true });
	});
	await writeCards(board, 'Mühle', 'Wehr');
	const heard = await board.evaluate(() => (window as unknown as { heard: string[] }).heard);
	expect(heard.filter((word) => word === 'Neue Karte angelegt.')).toHaveLength(2);
});

test('in the list the same is done without a mouse, from the first word to the bin', async ({ browser }) => {
	const board = await openBoardOn(browser, server.url, {}, 'list');
	const button = (name: string | RegExp) => board.getByRole('button', { name });
	for (const text of ['Hafen', 'Kanal', 'Schleuse']) {
		await board.keyboard.press('n');
		await board.keyboard.type(text);
		await board.keyboard.press('Escape');
		await expect(button(`Mehr zu: ${text}`)).toBeFocused();
		await expectSaid(board, 'Neue Karte angelegt.');
	}
	await board.keyboard.press('Enter');
	await pick(board, 'Verschieben nach …');
	await pick(board, 'Ordnen');
	await expectSaid(board, 'Verschoben nach Ordnen.');
	await expect(button('Mehr zu: Schleuse')).toBeFocused();
	await board.keyboard.press('Enter');
	await pick(board, 'Verbinden mit …');
	await pick(board, /^Karte: Kanal/);
	await expectSaid(board, 'Verbunden: Schleuse wirkt auf Kanal.');
	await expect(button('Mehr zu: Schleuse')).toBeFocused();

	for (const text of ['Hafen', 'Kanal'])
		await press(board, board.getByRole('checkbox', { name: `Auswählen: ${text}` }), 'Space');
	await press(board, button('Thema bilden'));
	await board.keyboard.type('Wasser');
	await board.keyboard.press('Enter');
	await expectPlaceKept(board, 'naming a topic');
	const topic = board.getByRole('region', { name: /^Wasser/ });
	await expect(topic).toMatchAriaSnapshot(`
    - region /Wasser/:
      - heading /Wasser 2 Einträge/
      - list:
        - listitem: /Karte. Hafen .Gelb./
        - listitem: /Karte. Kanal .Gelb./
  `);

	await board.keyboard.press('Control+z');
	await board.keyboard.press('Control+z');
	await expect(topic).toHaveCount(0);
	await expectPlaceKept(board, 'taking it back');
	await board.keyboard.press('Control+y');
	await board.keyboard.press('Control+y');
	await expect(topic).toBeVisible();

	await press(board, button('Mehr zu: Hafen'));
	await pick(board, 'Löschen');
	await expectSaid(board, 'Karte gelöscht.');
	await expectPlaceKept(board, 'throwing a card away');
	await press(board, button('Zurücklegen : Hafen'));
	await expectSaid(board, 'Zurückgelegt.');
	await expect(topic.getByText('Hafen')).toBeVisible();
	await expect(button('Mehr zu: Hafen')).toBeFocused();
});

test('all of forty cards are in the list for assistive technology, and the canvas offers the one it is at', async ({
	browser
}) => {
	const board = await openBoardOn(browser, server.url);
	await board.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	const texts = Array.from({ length: 40 }, (_, at) => `Vorschlag ${at + 1}.`);
	await board.evaluate((words) => navigator.clipboard.writeText(words), texts.join('\n'));
	await board.keyboard.press('Control+v');
	await expectSaid(board, '40 Karten eingefügt.');
	await find(board, 'Vorschlag 17.');
	expect(await namesIn(board, 'group')).toContain('Karte: Vorschlag 17., in Ordnen');
	await board.keyboard.press('m');
	await pick(board, 'Impulse');
	await expectSaid(board, 'Verschoben nach Impulse.');
	expect(await namesIn(board, 'group')).toContain('Karte: Vorschlag 17., in Impulse');

	await board.keyboard.press('l');
	await expect(board.getByRole('region', { name: /^Impulse/ })).toContainText('Vorschlag 17.');
	const boxes = new Set(await namesIn(board, 'checkbox'));
	expect(texts.filter((text) => !boxes.has(`Auswählen: ${text}`))).toEqual([]);
});
