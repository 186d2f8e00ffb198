import { expect } from '@playwright/test';
import { temporaryFolder } from '../support/folder.js';
import { test } from '../support/journey.ts';
import { startRefused, startServer } from '../support/server.js';

test('the program starts on nothing, greets, survives a hard end and stops when asked', async ({ page }) => {
	const server = await startServer({ dataDir: temporaryFolder('data') });
	await page.goto(server.url);
	await expect(page.locator('body')).toContainText('Wirkraum');

	await server.kill9();
	await server.restart();
	await page.reload();
	await expect(page.locator('body')).toContainText('Wirkraum');
	expect(await server.stop()).toBe(0);
});

test('a second start on the same port is refused in one sentence', async () => {
	const server = await startServer();
	const { port } = new URL(server.url);
	const samePort = await startRefused({ PORT: port, DATA_DIR: temporaryFolder('data') });
	expect(samePort.code).toBe(1);
	expect(samePort.output.trim()).toBe(
		`Wirkraum cannot start: port ${port} is taken by another program. Stop that one or set PORT.`
	);

	await server.stop();
});

test('a second start on the same data folder is refused in one sentence', async () => {
	const dataDir = temporaryFolder('data');
	const first = await startServer({ dataDir, env: { DATABASE_URL: '' } });
	const second = await startRefused({ PORT: '0', DATA_DIR: dataDir, DATABASE_URL: '' });
	expect(second.code).toBe(1);
	expect(second.output.trim()).toMatch(/^Wirkraum cannot start: .*in use.*$/);
	await first.stop();
});

test('a page that comes under a foreign name of this machine is not answered', async ({ request }) => {
	const server = await startServer();
	const answer = await request.get(server.url, { headers: { host: 'attacker.example' } });
	expect(answer.status()).toBe(421);
	await server.stop();
});
