import { expect } from '@playwright/test';
import { addCard, openBoard, openNewText, saved } from '../support/at-work.ts';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { toTheEnd } from '../support/text-page.ts';
import { townHall, type TownHall } from '../support/town-hall.ts';

let server: Awaited<ReturnType<typeof startServer>>;
let proxy: TownHall | undefined;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());
test.afterEach(() => proxy?.close());

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
	const paper = await openNewText(lead, 'Leitbild');

	const other = await signIn(browser, proxy.url, 'Als Moderation');
	await other.goto(new URL(lead.url()).pathname);
	const theirs = other.getByRole('textbox', { name: 'Leitbild' });
	await toTheEnd(paper);
	await lead.keyboard.type('Wir gestalten');
	await expect(theirs.getByText('Wir gestalten')).toBeVisible();
	await toTheEnd(theirs);
	await other.keyboard.type(' gemeinsam');
	await expect(paper.getByText('Wir gestalten gemeinsam')).toBeVisible();
	await expect(saved(lead)).toBeVisible();
	await expect(saved(other)).toBeVisible();
});

test('many boards in one browser do not cut each other off', async ({ browser }) => {
	proxy = await townHall(server.url, 403);
	const first = await openBoard(browser, proxy.url);
	const second = await first.context().newPage();
	await second.goto(first.url());
	await expect(saved(second)).toBeVisible();
	const third = await first.context().newPage();
	await third.goto(first.url());
	await expect(third.getByText(/^Keine Verbindung/).first()).toBeVisible();

	await second.bringToFront();
	await addCard(second, 'Trotzdem gespeichert');
	await expect(saved(second)).toBeVisible();
	await second.close();
	await expect(saved(third)).toBeVisible();
	await expect(third.getByText('Trotzdem gespeichert').first()).toBeVisible();
});
