import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';
import { openWorkshop, type Workshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
let workshop: Workshop;
test.beforeAll(async () => {
	server = await startServer({ env: { DEMO: 'on' } });
	workshop = await openWorkshop(server.url);
});
test.afterAll(() => server.stop());

const join = (name: string) => new Visitor(server.url).join(workshop.session.joinPath, name);
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

test('the administration finds a guest, reads what an erasure does, and erases her by her name', async ({
	browser
}) => {
	const ada = await join('Ada Adler');
	const page = await signIn(browser, server.url, 'Als Verwaltung der Anwendung');
	await page.getByRole('navigation').getByRole('link', { name: 'Personen' }).click();
	await expect(row(page, 'admin@demo.local')).toContainText('Das sind Sie');
	await expectAccessible(page, 'people');
	await page.getByLabel('Name oder E-Mail-Adresse').fill('adler');
	await page.getByRole('button', { name: 'Suchen' }).click();
	await expect(page.getByRole('link', { name: /löschen …$/ })).toHaveCount(1);
	await page.getByRole('link', { name: 'Ada Adler löschen …' }).click();

	await expect(page.getByRole('heading', { name: 'Person löschen: Ada Adler' })).toBeVisible();
	await expect(page.getByRole('region', { name: /verlieren ihre Vergangenheit/ }).getByRole('link')).toHaveCount(1);
	await expectAccessible(page, 'erasing a person');
	await page.getByLabel('Geben Sie zur Bestätigung den Namen ein').fill('Ada Adlers');
	await page.getByRole('button', { name: 'Endgültig löschen' }).click();
	await expect(page.getByRole('alert')).toContainText('Das ist nicht der Name dieser Person.');
	await expectAccessible(page, 'a name that differs');
	await page.getByLabel('Geben Sie zur Bestätigung den Namen ein').fill('ada adler');
	await page.getByRole('button', { name: 'Endgültig löschen' }).click();
	await expect(page.getByText('Die Person ist gelöscht.')).toBeVisible();
	await expect(row(page, 'Ada Adler')).toHaveCount(0);
	expect((await ada.get(`/s/${workshop.session.sessionId}/take-part`)).status).toBe(303);
	await page.context().close();
});

test('it works on a narrow phone without any script, also for somebody without a name', async ({ browser }) => {
	await join('');
	const context = await browser.newContext({
		baseURL: server.url,
		javaScriptEnabled: false,
		viewport: { width: 320, height: 640 }
	});
	const page = await context.newPage();
	await page.goto('/login');
	await page.getByRole('button', { name: 'Als Verwaltung der Anwendung' }).click();
	await page.getByRole('navigation').getByRole('link', { name: 'Personen' }).click();
	await expectNoSidewaysScrolling(page);
	await page.getByRole('link', { name: 'Ohne Namen löschen …' }).click();
	await expectNoSidewaysScrolling(page);
	await page.getByRole('checkbox').check();
	await page.getByRole('button', { name: 'Endgültig löschen' }).click();
	await expect(page.getByText('Die Person ist gelöscht.')).toBeVisible();
	await expect(row(page, 'Ohne Namen')).toHaveCount(0);
	await page.goto('/people?q=Niemand+dieses+Namens');
	await expect(page.getByText('ist niemand zu finden')).toBeVisible();
	await expectNoSidewaysScrolling(page);
	await context.close();
});

test('nobody erases herself, and only the administration sees who is here', async ({ browser }) => {
	const admin = await new Visitor(server.url).signIn('admin@demo.local');
	const list = await (await admin.get('/people?q=steuerung')).text();
	const steering = /\/people\/([0-9a-f-]{36})\/erase/.exec(list)?.[1] ?? '';
	const page = await signIn(browser, server.url, 'Als Steuerung');
	await expect(page.getByRole('navigation').getByRole('link', { name: 'Personen' })).toHaveCount(0);
	for (const path of ['/people', `/people/${steering}/erase`]) {
		expect((await page.goto(path))?.status(), path).toBe(403);
		await expect(page.getByText('Dafür fehlt Ihnen die Berechtigung.', { exact: false })).toBeVisible();
	}
	await page.context().close();
	for (const visitor of [await join('Cem'), await new Visitor(server.url).signIn('rat@demo.local')]) {
		expect((await visitor.get('/people')).status).toBe(403);
		expect((await visitor.post(`/people/${steering}/erase`, { name: 'Frau Öztürk (Steuerung)' })).status).toBe(403);
	}
	const own = /personId:"([0-9a-f-]{36})"/.exec(list)?.[1] ?? '';
	expect(await (await admin.get(`/people/${own}/erase`)).text()).toContain('Sie können sich nicht selbst löschen.');
	const oneself = await admin.post(`/people/${own}/erase`, { name: 'Herr Lindner (Verwaltung)' });
	expect([oneself.status, await oneself.text()]).toEqual([400, expect.stringContaining('nicht selbst löschen')]);
});
