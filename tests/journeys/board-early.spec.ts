import { expect } from '@playwright/test';
import { cardOf, leadWorkshop } from '../support/board-page.ts';
import { test } from '../support/journey.ts';
import { startServer } from '../support/server.js';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('who types before the tools are there writes her card all the same', async ({ browser }) => {
	const { lead, path } = await leadWorkshop(browser, server.url);
	const board = await lead.context().newPage();
	await board.addInitScript(() => (window.requestIdleCallback = () => 0));
	await board.goto(`${path}?view=canvas`);
	const canvas = board.getByRole('application');
	await expect(canvas).toBeVisible();
	await expect(canvas).toHaveAttribute('aria-busy', 'true');
	await expect(board.getByRole('toolbar')).toHaveCount(0);
	await board.keyboard.press('n');
	await board.keyboard.type('Radwege');
	await board.keyboard.press('Escape');
	await expect(cardOf(board, 'Radwege')).toBeFocused();
	await expect(canvas).toHaveAttribute('aria-busy', 'false');
	await expect(board.getByRole('toolbar', { name: 'Werkzeuge' })).toBeVisible();
	await board.keyboard.press('Control+z');
	await expect(cardOf(board, 'Radwege')).toHaveCount(0);
});
