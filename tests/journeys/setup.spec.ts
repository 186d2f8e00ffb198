import { expect } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { temporaryFolder } from '../support/folder.js';
import { test } from '../support/journey.ts';
import { startServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';

const password = 'Ein langer Satz als Passwort';

test('a real installation is set up once, by the link on the console, and knows no demonstration', async ({ page }) => {
	const server = await startServer({ dataDir: temporaryFolder('data'), env: { DEMO: 'off' } });
	await expect.poll(() => server.output()).toMatch(/\/setup\/\S+/);
	const link = /http\S+\/setup\/\S+/.exec(server.output())?.[0] ?? '';

	await page.goto(`${server.url}/login`);
	await expect(page.getByText('Vorführung')).toHaveCount(0);
	await expect(new Visitor(server.url).signIn('admin@demo.local')).rejects.toThrow('400');

	await page.goto(link);
	await expectAccessible(page, 'set-up');
	await page.getByLabel('Name der Organisation').fill('Landkreis Musterland');
	await page.getByLabel('Ihr Name').fill('Frau Muster');
	await page.getByLabel('E-Mail-Adresse').fill('muster@musterland.example');
	await page.getByLabel('Passwort').fill(password);
	await page.getByRole('button', { name: 'Einrichten' }).click();
	await expect(page.getByRole('heading', { name: 'Guten Tag, Frau Muster' })).toBeVisible();

	await page.goto(link);
	await expect(page.getByRole('heading', { name: 'Dieser Link gilt nicht mehr' })).toBeVisible();
	await page.goto(server.url);
	await page.getByRole('button', { name: 'Abmelden' }).click();
	await expect(page.getByRole('banner').getByRole('link', { name: 'Anmelden' })).toBeVisible();
	await page.goto(`${server.url}/login?back=%2Fp`);
	await page.getByLabel('E-Mail-Adresse').fill('muster@musterland.example');
	await page.getByLabel('Passwort').fill('falsch geraten');
	await page.getByRole('button', { name: 'Anmelden' }).last().click();
	await expect(page.getByRole('alert')).toBeVisible();
	await page.getByLabel('Passwort').fill(password);
	await page.getByRole('button', { name: 'Anmelden' }).last().click();
	await expect(page).toHaveURL(`${server.url}/p`);
	await server.stop();
});

test('theme and language stay as chosen, also without any script', async ({ browser }) => {
	const server = await startServer({ env: { DEMO: 'on' } });
	const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/login');
	await page.getByRole('button', { name: 'Darstellung und Sprache' }).click();
	await page.getByRole('radio', { name: 'Dunkel' }).check();
	await page.getByRole('radio', { name: 'English' }).check();
	await page.getByRole('button', { name: 'Übernehmen' }).click();
	await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await server.stop();
});
