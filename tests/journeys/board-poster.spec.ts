import { expect } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test('a board is printed as a poster of as many sheets as were said', async ({ browser }) => {
	const { session } = await openWorkshop(server.url);
	const page = await signIn(browser, server.url, 'Als Moderation');
	await page.goto(`${server.url}/b/${session.boardId}?view=canvas`);
	await page.getByRole('button', { name: 'Herunterladen' }).click();
	await page.getByRole('link', { name: 'Als Poster drucken' }).click();
	await expect(page.getByRole('heading', { name: 'Poster drucken' })).toBeVisible();
	await page.getByLabel('Größe des Posters').selectOption('A1');
	await page.getByLabel('Papier im Drucker').selectOption('A3');
	const said = page.getByText(/^\d+ Blätter \(/);
	await expect(page).toHaveURL(/size=a1&paper=a3/);
	await expect(said).toBeVisible();
	const count = Number.parseInt((await said.textContent()) ?? '', 10);
	expect(count).toBeGreaterThan(1);
	expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(count);
	await expectAccessible(page, 'a board as a poster');

	await page.getByLabel('Papier im Drucker').selectOption('A1');
	await expect(page.getByText('Das Poster passt auf ein Blatt.')).toBeVisible();
	expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
	await page.setViewportSize({ width: 320, height: 800 });
	await expectNoSidewaysScrolling(page);
});
