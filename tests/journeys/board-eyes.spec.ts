import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { cardOf, openBoardOn, writeCards } from '../support/board-page.ts';
import { test } from '../support/journey.ts';
import { startServer } from '../support/server.js';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

/** The colours that are painted on the canvas of the board. */
const paintedColours = (page: Page) =>
	page.locator('canvas.paper').evaluate((canvas: HTMLCanvasElement) => {
		const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
		const colours = new Set<string>();
		for (let at = 0; at < data.length; at += 4)
			if (data[at + 3] === 255) colours.add(`rgb(${data.slice(at, at + 3).join(', ')})`);
		return [...colours];
	});

/** What a colour of the system is at the moment. */
const systemColour = (page: Page, name: string) =>
	page.evaluate((colour) => {
		const probe = document.body.appendChild(document.createElement('i'));
		probe.style.color = colour;
		const shown = getComputedStyle(probe).color;
		probe.remove();
		return shown;
	}, name);

const tools = (page: Page) => page.getByRole('toolbar', { name: 'Werkzeuge' });

/** Looks for a card and goes there. */
async function find(page: Page, words: string): Promise<void> {
	await page.keyboard.press('Control+f');
	await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused();
	await page.keyboard.type(words);
	await expect(page.getByRole('status').getByText('1 Fundstelle')).toBeVisible();
	await page.keyboard.press('Enter');
}

test('with forced colours cards, areas, arrows, tools and what is chosen are seen in the colours of the system', async ({
	browser
}) => {
	const board = await openBoardOn(browser, server.url);
	await writeCards(board, 'Brücke', 'Ufer');
	await board.keyboard.press('v');
	await board
		.getByRole('dialog')
		.getByRole('button', { name: /^Karte: Brücke/ })
		.press('Enter');
	await expect(board.getByRole('group', { name: 'Ufer wirkt auf Brücke' })).toBeVisible();
	for (let presses = 0; presses < 2; presses++) await board.keyboard.press('Control+Shift+ArrowDown');
	await board.getByRole('button', { name: 'Einpassen' }).click();

	// It changes while the board is open, as when somebody switches the contrast on.
	await board.emulateMedia({ forcedColors: 'active' });
	const colours = ['CanvasText', 'Highlight', 'Canvas', 'ButtonText'] as const;
	const [text, highlight, ground, letters] = await Promise.all(colours.map((name) => systemColour(board, name)));
	expect(new Set([text, highlight, ground]).size).toBe(3);
	await expect.poll(() => paintedColours(board)).toContain(text);
	await expect(board.locator('.overlay .frame').first()).toHaveCSS('outline-color', highlight!);
	for (const thing of [cardOf(board, 'Brücke'), board.getByRole('group', { name: /^Bereich: Ordnen/ })]) {
		await expect(thing).toHaveCSS('border-top-style', 'solid');
		await expect(thing).toHaveCSS('border-top-color', text!);
	}

	// What is chosen has a line around it, and what has the keyboard among several another kind of line.
	await cardOf(board, 'Ufer').focus();
	await board.keyboard.press('Control+a');
	await expect(board.locator('.overlay .frame.active')).toHaveCSS('outline-style', 'double');
	await expect(board.locator('.overlay .frame:not(.active)').first()).toHaveCSS('outline-style', 'solid');
	await board.keyboard.press('Escape');

	// A tool that is on has a line under it, and the one with the keyboard one around it.
	const many = tools(board).getByRole('button', { name: 'Auswählen' });
	await expect(many).toHaveCSS('color', letters!);
	await many.focus();
	await board.keyboard.press('Enter');
	await expect(many).toHaveCSS('border-block-end-style', 'solid');
	await expect(many).toHaveCSS('border-block-end-color', highlight!);
	await expect(many).not.toHaveCSS('outline-style', 'none');
	await board.keyboard.press('Escape');

	// From afar cards are painted, too: their words stand out from them.
	await cardOf(board, 'Ufer').focus();
	for (let presses = 0; presses < 12; presses++) await board.keyboard.press('-');
	await expect.poll(() => paintedColours(board)).toEqual(expect.arrayContaining([text, ground]));
	await board.emulateMedia({ forcedColors: 'none' });
	await expect.poll(async () => (await paintedColours(board)).length).toBeGreaterThan(2);
});

test('who wants no motion is where she goes at once, and nothing moves by itself', async ({ browser }) => {
	const board = await openBoardOn(browser, server.url, { reducedMotion: 'reduce' });
	await writeCards(board, 'Deich');
	await board.keyboard.press('Control+Shift+ArrowRight');
	await board.getByRole('button', { name: 'Einpassen' }).click();
	for (let presses = 0; presses < 6; presses++) await board.keyboard.press('+');
	for (let presses = 0; presses < 3; presses++) await find(board, 'Deich');
	await expect(cardOf(board, 'Deich')).toBeInViewport();

	/** Where the board is in each of the next frames; a flight of the view would show as several places. */
	const placesWhile = (key: string) =>
		board.evaluate(async (pressed) => {
			const world = document.querySelector<HTMLElement>('.world')!;
			const seen = new Set([world.style.transform]);
			const target = document.activeElement ?? document.body;
			target.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }));
			let running = 0;
			for (let frames = 0; frames < 30; frames++) {
				// What a frame has shown is known after it, when the view has also heard of its new size.
				await new Promise(requestAnimationFrame);
				await new Promise((go) => setTimeout(go));
				seen.add(world.style.transform);
				running += document.getAnimations().filter(({ playState }) => playState === 'running').length;
			}
			return { places: seen.size, running };
		}, key);
	for (const key of ['0', '+', 'p', 'PageDown', 'Escape'])
		expect(await placesWhile(key), key).toEqual({ places: 2, running: 0 });
});

for (const [name, card, screen] of [
	['at twice the size', 'Damm', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
	['on the narrowest screen', 'Siel', { viewport: { width: 320, height: 640 } }]
] as const)
	test(`${name} every tool is reached by two presses, every dialog fits, and nothing scrolls sideways`, async ({
		browser
	}) => {
		const board = await openBoardOn(browser, server.url, screen);
		await writeCards(board, card);
		await expectNoSidewaysScrolling(board);
		for (const bar of await board.getByRole('toolbar').all())
			for (const tool of await bar.getByRole('button').all()) await expect(tool).toBeInViewport({ ratio: 0.99 });

		const more = tools(board).getByRole('button', { name: 'Mehr' });
		const few = await tools(board).getByRole('button').count();
		await more.focus();
		await board.keyboard.press('Enter');
		await expect(more).toHaveAttribute('aria-expanded', 'true');
		const all = await tools(board).getByRole('button').all();
		expect([few < all.length, all.length]).toEqual([true, 16]);
		for (const tool of all) {
			await tool.focus();
			await expect(tool).toBeInViewport({ ratio: 0.99 });
			const { width, height } = (await tool.boundingBox())!;
			expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
		}
		await expectAccessible(board, `${name}: all tools`);
		await board.keyboard.press('Escape');
		await expect(more).toBeFocused();
		await expect(more).toHaveAttribute('aria-expanded', 'false');

		// What was opened from there gives the keyboard back to it.
		await board.keyboard.press('Enter');
		await tools(board).getByRole('button', { name: 'Papierkorb' }).press('Enter');
		await expect(board.getByRole('dialog', { name: 'Papierkorb' })).toBeVisible();
		await board.keyboard.press('Escape');
		await expect(more).toBeFocused();

		for (const keys of ['Shift+F10', 'm', 'v', 'a', 'Control+k', 'Control+f', 'Shift+?']) {
			await cardOf(board, card).focus();
			await board.keyboard.press(keys);
			const dialog = board.getByRole('dialog');
			await expect(dialog).toBeInViewport({ ratio: 0.99 });
			await expectNoSidewaysScrolling(board);
			const [content, width] = await dialog.evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
			expect(content, keys).toBeLessThanOrEqual(width!);
			await board.keyboard.press('Escape');
			await expect(dialog).toHaveCount(0);
		}

		await board.getByRole('link', { name: 'Liste' }).click();
		await expect(board.getByRole('listitem').filter({ hasText: card })).toBeVisible();
		await expectNoSidewaysScrolling(board);
		await expectAccessible(board, `${name}: the list`);
	});

test('what is chosen, its menu, comments and the search for commands keep the rules in both themes', async ({
	browser
}) => {
	const board = await openBoardOn(browser, server.url);
	await writeCards(board, 'Wiese', 'Hecke');
	await board.keyboard.press('Shift+ArrowLeft');
	await expectAccessible(board, 'canvas with two chosen cards');
	await board.keyboard.press('Shift+F10');
	await expect(board.getByRole('dialog')).toBeVisible();
	await expectAccessible(board, 'menu of two cards');
	await board.keyboard.press('Escape');
	await board.keyboard.press('Control+k');
	await expect(board.getByRole('combobox')).toBeFocused();
	await expectAccessible(board, 'search for commands');
	await board.keyboard.press('Escape');

	await find(board, 'Hecke');
	await board.keyboard.press('a');
	await board.getByLabel('Ihre Anmerkung').fill('Wie hoch?');
	await board.getByRole('button', { name: 'Senden' }).press('Enter');
	await expect(board.getByText('Wie hoch?')).toBeVisible();
	await expectAccessible(board, 'comments');
	await board.keyboard.press('Escape');
	await board.getByRole('group', { name: /^1 Anmerkung zu: Hecke/ }).focus();
	await board.keyboard.press('Shift+F10');
	// A pin goes with its card: it is read and taken away, and nothing else is offered.
	await expect(board.getByRole('dialog').getByRole('button')).toHaveText(['Anmerkung', 'Löschen', '']);
	await expectAccessible(board, 'menu of a pin');
	await board.keyboard.press('Escape');
	await board.keyboard.press('l');
	await expect(board.getByRole('listitem').filter({ hasText: '1 Anmerkung zu: Hecke' })).toBeVisible();
	await expectAccessible(board, 'list with comments');
});
