import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';

/** Everything that a person's browser asked for went to the instance. */
const foreign = new WeakMap<BrowserContext, string[]>();

/** A browser of somebody's own; it notes requests that leave the instance. */
async function ownBrowser(browser: Browser, url: string, width: number, height: number): Promise<Page> {
	const context = await browser.newContext({ baseURL: url, viewport: { width, height } });
	const asked: string[] = [];
	foreign.set(context, asked);
	context.on('request', (request) => {
		if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== url) asked.push(request.url());
	});
	return context.newPage();
}

/** Somebody at a desk who signs in with an account of the demonstration. */
export async function signIn(browser: Browser, url: string, as: string): Promise<Page> {
	const page = await ownBrowser(browser, url, 1440, 900);
	await page.goto('/login');
	await page.getByRole('button', { name: as }).click();
	await page.waitForURL('/');
	return page;
}

/** Somebody with a phone who comes in by the link behind the QR code, or waits to be let in. */
export async function joinByPhone(
	browser: Browser,
	url: string,
	path: string,
	name: string,
	group: string
): Promise<Page> {
	const page = await ownBrowser(browser, url, 390, 844);
	await page.goto(path);
	await page.getByLabel('Wie dürfen wir Sie nennen?').fill(name);
	await page.getByRole('radio', { name: group }).check();
	await page.getByRole('button', { name: 'Los geht’s' }).click();
	await page.waitForURL(/\/(take-part|waiting)/);
	return page;
}

/** Opens the page of whoever leads a session, and waits until it hears of it: from then on all its buttons do something. */
export async function openLead(page: Page, sessionId: string): Promise<void> {
	await page.goto(`/s/${sessionId}/lead`);
	await expect(page.getByText('Verbunden', { exact: true })).toBeVisible();
}

/** No request of these people left the instance. */
export function expectNothingLeft(pages: readonly Page[]): void {
	expect(pages.flatMap((page) => foreign.get(page.context()) ?? [])).toEqual([]);
}
