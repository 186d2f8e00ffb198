import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { signIn } from './people.ts';

/** What a screen says when the server has everything. */
export const saved = (page: Page): Locator => page.getByText('Gespeichert', { exact: true });

/** A card in the list of a board. */
export const entry = (page: Page, text: string): Locator => page.getByRole('listitem').filter({ hasText: text });

/** Waits until a page has fetched what it wanted, so that a cut line finds it at rest. */
export async function settled(page: Page): Promise<void> {
	const fetched = () => page.evaluate(() => performance.getEntriesByType('resource').length);
	for (let before = -1, now = await fetched(); now !== before; before = now, now = await fetched()) {
		await page.waitForTimeout(400);
	}
}

/** The address of the board of the demonstration's workshop. */
export async function findBoard(page: Page, url: string): Promise<string> {
	await page.goto('/');
	await page.getByRole('link', { name: 'Potentialworkshop Wirtschaft und Tourismus' }).click();
	await page.waitForURL(/\/lead$/);
	const board = page.getByRole('link', { name: /Board öffnen/ }).first();
	return new URL((await board.getAttribute('href')) ?? '', url).pathname;
}

/** That board, as its facilitator opens it from this address. */
export async function openBoard(browser: Browser, url: string, view: 'list' | 'canvas' = 'list'): Promise<Page> {
	const page = await signIn(browser, url, 'Als Moderation');
	await page.goto(`${await findBoard(page, url)}?view=${view}`);
	await expect(saved(page)).toBeVisible();
	return page;
}

/** A new text of the demonstration, open for writing. */
export async function openNewText(page: Page, title: string): Promise<Locator> {
	await page.goto('/p');
	await page.locator('main a[href^="/p/"]').first().click();
	await page.getByRole('link', { name: 'Neuer Text' }).click();
	await page.getByLabel('Titel').fill(title);
	await page.getByRole('button', { name: 'Text anlegen' }).click();
	const paper = page.getByRole('textbox', { name: title });
	await expect(paper).toBeVisible();
	await expect(saved(page)).toBeVisible();
	return paper;
}

export async function addCard(page: Page, text: string): Promise<void> {
	await page.getByRole('button', { name: 'Neue Karte', exact: true }).first().click();
	await page.keyboard.type(text);
	await page.keyboard.press('Escape');
}
