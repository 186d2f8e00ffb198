import { expect, test, type Browser, type Page } from '@playwright/test';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { townHall, type TownHall } from '../support/town-hall.ts';

let server: Awaited<ReturnType<typeof startServer>>;
let proxy: TownHall | undefined;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());
test.afterEach(() => proxy?.close());

const saved = (page: Page) => page.getByText('Gespeichert', { exact: true });

/** The board of the demonstration, as the facilitator sees it from this address. */
async function openBoard(browser: Browser, url: string): Promise<Page> {
	const page = await signIn(browser, url, 'Als Moderation');
	await page.getByRole('link', { name: 'Potentialworkshop Wirtschaft und Tourismus' }).click();
	await page.waitForURL(/\/lead$/);
	const board = page.getByRole('link', { name: /Board öffnen/ }).first();
	await page.goto(`${new URL((await board.getAttribute('href')) ?? '', url).pathname}?view=list`);
	await expect(saved(page)).toBeVisible();
	return page;
}

async function addCard(page: Page, text: string): Promise<void> {
	await page.getByRole('button', { name: 'Neue Karte', exact: true }).first().click();
	await page.keyboard.type(text);
	await page.keyboard.press('Escape');
}

for (const upgrades of [403, 502, 'swallowed'] as const) {
	test(`a board is shared where WebSockets are ${upgrades === 'swallowed' ? upgrades : `answered with ${upgrades}`}`, async ({
		browser
	}) => {
		proxy = await townHall(server.url, upgrades);
		const behind = await openBoard(browser, proxy.url);
		const outside = await openBoard(browser, server.url);
		const [here, there] = [`Radwege ${upgrades}`, `Glasfaser ${upgrades}`];
		await addCard(behind, here);
		await expect(saved(behind)).toBeVisible();
		await expect(outside.getByText(here).first()).toBeVisible();
		await addCard(outside, there);
		await expect(behind.getByText(there).first()).toBeVisible();
		await expect(saved(behind)).toBeVisible();
		expect(proxy.posts()).toBeGreaterThan(0);

		// What was learned is remembered: the next page does not wait for WebSockets again.
		const before = Date.now();
		await behind.reload();
		await expect(saved(behind)).toBeVisible();
		await expect(behind.getByText(there).first()).toBeVisible();
		expect(Date.now() - before).toBeLessThan(10_000);
	});
}

test('a text is written by two people behind such a proxy', async ({ browser }) => {
	proxy = await townHall(server.url, 403);
	const lead = await signIn(browser, proxy.url, 'Als Moderation');
	await lead.goto('/p');
	await lead.locator('main a[href^="/p/"]').first().click();
	await lead.getByRole('link', { name: 'Neuer Text' }).click();
	await lead.getByLabel('Titel').fill('Leitbild');
	await lead.getByRole('button', { name: 'Text anlegen' }).click();
	const paper = lead.getByRole('textbox', { name: 'Leitbild' });
	await expect(saved(lead)).toBeVisible();

	const other = await signIn(browser, proxy.url, 'Als Moderation');
	await other.goto(new URL(lead.url()).pathname);
	const theirs = other.getByRole('textbox', { name: 'Leitbild' });
	await paper.press('Control+End');
	await lead.keyboard.type('Wir gestalten');
	await expect(theirs.getByText('Wir gestalten')).toBeVisible();
	await theirs.press('Control+End');
	await other.keyboard.type(' gemeinsam');
	await expect(paper.getByText('Wir gestalten gemeinsam')).toBeVisible();
	await expect(saved(lead)).toBeVisible();
	await expect(saved(other)).toBeVisible();
});
