import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { expectSaid, leadWorkshop, openBoardOn } from '../support/board-page.ts';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

const swot = 'Stärken, Schwächen, Chancen, Risiken';
const areaOn = (page: Page, title: string) => page.getByRole('group', { name: new RegExp(`^Bereich: ${title}`) });

test('a template comes onto a board by keyboard, beside what is there, and goes again in one step', async ({
	browser
}) => {
	const page = await openBoardOn(browser, server.url);
	await page.getByRole('application').focus();
	await page.keyboard.press('Control+k');
	await page.getByRole('combobox').pressSequentially('vorlage einf');
	await page.keyboard.press('Enter');
	const shipped = page.getByRole('list', { name: 'Mitgelieferte Vorlagen' });
	await expect(shipped.getByRole('button', { name: swot })).toContainText('Stärken · Schwächen · Chancen · Risiken');
	await expectAccessible(page, 'the dialog of templates');
	await shipped.getByRole('button', { name: swot }).press('Enter');
	await expectSaid(page, `Vorlage „${swot}“ eingefügt.`);
	const strengths = areaOn(page, 'Stärken');
	await expect(strengths).toBeFocused();
	const there = await areaOn(page, 'Festhalten').first().boundingBox();
	const laid = await strengths.boundingBox();
	expect(laid!.x).toBeGreaterThanOrEqual(there!.x + there!.width);
	await expectAccessible(page, 'a template on the canvas');

	await page.keyboard.press('Control+z');
	await expect(strengths).toHaveCount(0);
	await expect(areaOn(page, 'Sammeln')).toHaveCount(1);
	await page.keyboard.press('Control+y');
	await page.keyboard.press('0');
	await expect(strengths).toHaveCount(1);
	await page.keyboard.press('Control+z');
	await expect(strengths).toHaveCount(0);
});

test('an area becomes a template of the organisation without its cards, and is laid onto the board from the list', async ({
	browser
}) => {
	const page = await openBoardOn(browser, server.url, {}, 'list');
	await page.getByRole('button', { name: 'Neue Karte in Sammeln' }).click();
	await page.keyboard.type('Geheimer Radweg');
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Mehr zu: Sammeln' }).click();
	await page.getByRole('button', { name: 'Als Vorlage speichern …' }).press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Als Vorlage speichern' });
	await expect(dialog.getByRole('textbox', { name: 'Name der Vorlage' })).toHaveValue('Sammeln');
	await expect(dialog.getByRole('checkbox', { name: 'Sammeln' })).toBeChecked();
	await expectAccessible(page, 'the dialog that keeps a template');
	await dialog.getByRole('textbox', { name: 'Name der Vorlage' }).fill(swot);
	await page.keyboard.press('Enter');
	await expect(dialog.getByRole('alert')).toContainText('gibt es schon');
	await dialog.getByRole('textbox', { name: 'Name der Vorlage' }).fill('Unser Sammeln');
	await page.keyboard.press('Enter');
	await expectSaid(page, /^Vorlage „Unser Sammeln“ gespeichert/);

	await page.getByRole('button', { name: 'Hinzufügen', exact: true }).click();
	await page.getByRole('button', { name: /^Vorlage …/ }).click();
	await page.getByRole('list', { name: 'Eigene Vorlagen' }).getByRole('button', { name: 'Unser Sammeln' }).click();
	await expectSaid(page, 'Vorlage „Unser Sammeln“ eingefügt.');
	const areas = page.getByRole('region', { name: /^Sammeln/ });
	await expect(areas).toHaveCount(2);
	await expect(areas.last()).toContainText('Welche Potentiale sehen Sie?');
	await expect(page.getByText('Geheimer Radweg')).toHaveCount(1);
	await expectAccessible(page, 'a template in the list');
});

test('board templates are renamed and removed beside those for sessions, and only who prepares a board is shown them', async ({
	browser
}) => {
	const { lead, path } = await leadWorkshop(browser, server.url);
	const member = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	for (const address of [`${path}/templates`, `${path}/templates/swot`]) {
		expect((await lead.request.get(address)).ok()).toBe(true);
		expect((await member.request.get(address)).status()).toBeGreaterThanOrEqual(403);
	}
	await lead.goto(`${path}?view=canvas`);
	await expect(lead.getByText('Gespeichert', { exact: true })).toBeVisible();
	await lead.getByRole('button', { name: 'Herunterladen' }).click();
	await lead.getByRole('button', { name: 'Als Vorlage speichern …' }).click();
	await lead.getByRole('textbox', { name: 'Name der Vorlage' }).fill('Ganzes Board');
	await lead.getByRole('button', { name: 'Vorlage speichern' }).click();
	await expectSaid(lead, /gespeichert/);

	await lead.goto('/p');
	await lead.locator('main a[href^="/p/"]').first().click();
	await lead.waitForURL(/\/p\/[^/]+$/);
	await lead.goto(`${lead.url()}/templates`);
	const boards = lead.getByRole('region', { name: 'Für Boards' });
	const kept = boards.getByRole('article').filter({ hasText: 'Ganzes Board' });
	await expect(kept).toContainText('Impulse · Sammeln');
	await expectAccessible(lead, 'own board templates');
	await lead.setViewportSize({ width: 320, height: 640 });
	await expectNoSidewaysScrolling(lead);
	await kept.getByText('Umbenennen').first().click();
	await kept.getByLabel('Name der Vorlage').fill('Potentiale');
	await kept.getByRole('button', { name: 'Umbenennen' }).click();
	await expect(lead.getByText('Die Vorlage „Potentiale“ ist gespeichert.')).toBeVisible();
	const renamed = boards.getByRole('article').filter({ hasText: 'Potentiale' });
	await renamed.getByText('Entfernen').first().click();
	await renamed.getByRole('button', { name: 'Vorlage entfernen' }).click();
	await expect(lead.getByText('Die Vorlage ist entfernt.')).toBeVisible();
	await expect(renamed).toHaveCount(0);
});
