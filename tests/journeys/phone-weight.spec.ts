import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { test } from '../support/journey.ts';
import { startServer } from '../support/server.js';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('from the code to the vote a phone loads less than 100 kB of compressed scripts', async ({ browser }) => {
	const { session, lead } = await openWorkshop(server.url);
	const context = await browser.newContext({ baseURL: server.url, viewport: { width: 390, height: 844 } });
	const phone = await context.newPage();
	const scripts = new Map<string, Promise<Buffer>>();
	phone.on('response', (response) => {
		if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body());
	});
	await phone.goto(session.joinPath);
	await phone.getByLabel('Wie dürfen wir Sie nennen?').fill('Ada');
	await phone.getByRole('radio', { name: 'Politik' }).check();
	await phone.getByRole('button', { name: 'Los geht’s' }).click();
	await phone.waitForURL(/\/take-part/);
	for (const tab of ['Meine', 'Alle', 'Abstimmen']) await phone.getByRole('link', { name: tab }).click();
	await lead.done('move-step', { sessionId: session.sessionId, to: 'next' });
	await phone.waitForLoadState('networkidle').catch(() => undefined);
	const bodies = await Promise.all(scripts.values());
	const sum = (compress: (body: Buffer) => Buffer) => bodies.reduce((all, body) => all + compress(body).length, 0);
	const [brotli, gzip] = [sum((body) => brotliCompressSync(body)), sum((body) => gzipSync(body, { level: 9 }))];
	console.warn(`${scripts.size} scripts, ${brotli} bytes as Brotli, ${gzip} as gzip`);
	expect(scripts.size).toBeGreaterThan(5);
	// Over HTTPS browsers get the files that the build has compressed with Brotli.
	expect(brotli).toBeLessThan(100_000);
	await context.close();
});
