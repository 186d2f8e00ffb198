import { expect, type Browser, type BrowserContextOptions, type Locator, type Page } from '@playwright/test';
import { signIn } from './people.ts';

/** The path of the board of the demonstration's workshop, and its facilitator's page. */
export async function leadWorkshop(browser: Browser, url: string): Promise<{ lead: Page; path: string }> {
	const lead = await signIn(browser, url, 'Als Moderation');
	await lead.getByRole('link', { name: 'Potentialworkshop Wirtschaft und Tourismus' }).click();
	await lead.waitForURL(/\/lead$/);
	const link = lead.getByRole('link', { name: /Board öffnen/ }).first();
	return { lead, path: new URL((await link.getAttribute('href')) ?? '', url).pathname };
}

/** That board, opened by its facilitator on a screen of her own. */
export async function openBoardOn(
	browser: Browser,
	url: string,
	screen: BrowserContextOptions = {},
	view: 'canvas' | 'list' = 'canvas'
): Promise<Page> {
	const { lead, path } = await leadWorkshop(browser, url);
	const storageState = await lead.context().storageState();
	const context = await browser.newContext({
		baseURL: url,
		viewport: { width: 1440, height: 900 },
		...screen,
		storageState
	});
	await lead.context().close();
	const board = await context.newPage();
	await board.goto(`${path}?view=${view}`);
	await expect(board.getByText('Gespeichert', { exact: true })).toBeVisible();
	if (view === 'canvas') await expectReady(board);
	return board;
}

/** The canvas is seen before one works on it; now the tools are there, too. */
export async function expectReady(board: Page): Promise<void> {
	await expect(board.getByRole('application')).toHaveAttribute('aria-busy', 'false');
}

export const cardOf = (page: Page, text: string): Locator => page.getByRole('group', { name: `Karte: ${text}` });

/** Writes cards by keys alone. */
export async function writeCards(page: Page, ...texts: string[]): Promise<void> {
	for (const text of texts) {
		await page.keyboard.press('n');
		await expect(page.getByRole('textbox', { name: 'Text der Karte' })).toBeFocused();
		await page.keyboard.type(text);
		await page.keyboard.press('Escape');
		await expect(cardOf(page, text)).toBeFocused();
	}
}

/** What a screen reader has been told last about an own action. */
export async function expectSaid(page: Page, words: string | RegExp): Promise<void> {
	await expect(page.getByRole('status').filter({ hasText: words }).first()).toHaveText(words);
}
