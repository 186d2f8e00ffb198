import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { expectReflow } from '../support/reflow.ts';
import { startServer } from '../support/server.js';
import { par, run, wordFile } from '../support/word-file.ts';
import { beginText, card } from '../support/text-page.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

const gone = (words: string) => `<w:del w:id="1" w:author="A"><w:r><w:delText>${words}</w:delText></w:r></w:del>`;
const come = (words: string) => `<w:ins w:id="2" w:author="A">${run(words)}</w:ins>`;
const choose = (dialog: Locator, content: Uint8Array) =>
	dialog.getByLabel('Datei').setInputFiles({ name: 'Antrag.docx', mimeType: '', buffer: Buffer.from(content) });

const care = 'Wir fördern die Pflege in allen Gemeinden.';
const roads = 'Bis 2035 bauen wir Radwege zwischen den Orten.';
const homes = 'Wohnungen für Familien entstehen in den Dörfern.';

async function openDialog(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: 'Word-Datei als Vorschläge einreichen' }).click();
	return page.getByRole('dialog', { name: 'Word-Datei als Vorschläge einreichen' });
}

test('a group sends a Word file with tracked changes: it becomes its suggestions, and one is accepted', async ({
	browser
}) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await beginText(lead, 'Leitbild', [care, roads, homes]);
	const council = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await council.goto(lead.url());
	await expect(council.getByRole('textbox', { name: 'Leitbild' })).toContainText(homes);

	const dialog = await openDialog(council);
	const body =
		par(run('Fraktion Grün, Änderungen zum Leitbild')) +
		par(run('Leitbild'), '<w:pStyle w:val="berschrift1"/>') +
		par(run('Wir fördern ') + gone('die') + come('gute und bezahlbare') + run(' Pflege in allen Gemeinden.')) +
		par(run('Bis ') + run('2035', '<w:b/>') + run(' bauen wir Radwege zwischen den Orten.')) +
		par(run('Wohnungen für Familien entstehen in ') + gone('den') + come('allen') + run(' Dörfern.'));
	await choose(dialog, wordFile(body));
	await expect(dialog.getByText('2 Änderungen gefunden.')).toBeVisible();
	await expect(dialog.getByText('Ein Absatz steht nicht in diesem Text und wurde nicht übernommen.')).toBeVisible();
	await dialog.getByText('Diese Absätze zeigen').click();
	await expect(dialog.getByRole('listitem').filter({ hasText: 'Fraktion Grün, Änderungen' })).toBeVisible();
	await expect(dialog.locator('ins')).toHaveText([/gute und bezahlbare/, /allen/]);
	await expectAccessible(council, 'changes of a Word file');

	await dialog.getByRole('checkbox', { name: 'Änderung 2' }).uncheck();
	await dialog.getByLabel('Begründung (freiwillig)').fill('Aus der Fraktionssitzung.');
	await dialog.getByLabel('Im Namen von (freiwillig)').fill('Fraktion Grün');
	await dialog.getByRole('button', { name: 'Vorschlag einreichen' }).click();
	await expect(dialog.getByText('Der Vorschlag ist eingereicht.')).toBeVisible();
	await dialog.getByRole('button', { name: 'Schließen' }).first().click();
	await expect(dialog).toHaveCount(0);

	const suggested = card(lead, 'gute und bezahlbare');
	await expect(suggested.getByRole('heading')).toHaveText('Herr Brandt (Kreistag) für Fraktion Grün');
	await expect(suggested.getByText('Aus der Fraktionssitzung.')).toBeVisible();
	await expect(card(lead, 'allen Dörfern')).toHaveCount(0);
	await suggested.getByRole('button', { name: 'Übernehmen' }).click();
	await expect(lead.getByRole('textbox', { name: 'Leitbild' })).toContainText(
		'Wir fördern gute und bezahlbare Pflege in allen Gemeinden.'
	);

	// Whoever suggested for a group before finds its name, and what was taken is not suggested again.
	const again = await openDialog(council);
	await choose(again, wordFile(body));
	await expect(again.getByText('Eine Änderung gefunden.')).toBeVisible();
	await expect(again.getByLabel('Im Namen von (freiwillig)')).toHaveValue('Fraktion Grün');
});

test('what goes wrong: the file is no Word file, belongs to another text, or the passage comes without marks', async ({
	browser
}) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await beginText(lead, 'Wohnen', [care, roads, homes]);
	const council = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await council.setViewportSize({ width: 390, height: 844 });
	await council.goto(lead.url());
	await expect(council.getByRole('button', { name: /Formulierung vorschlagen/ }).first()).toBeVisible();
	const dialog = await openDialog(council);
	await choose(dialog, new TextEncoder().encode('Ein Brief.'));
	await expect(dialog.getByRole('alert')).toContainText('Diese Datei lässt sich nicht lesen.');

	await choose(dialog, wordFile(par(run('Sehr geehrte Damen und Herren,')) + par(come('anbei ein Gruß.'))));
	await expect(dialog.getByText('Keine Änderung gefunden, die zu diesem Text gehört.')).toBeVisible();
	await expect(dialog.getByText('2 Absätze stehen nicht in diesem Text und wurden nicht übernommen.')).toBeVisible();
	await expect(dialog.getByRole('button', { name: 'Vorschlag einreichen' })).toHaveCount(0);
	await expectAccessible(council, 'a Word file of another text');

	await dialog.getByText('Oder eine Stelle aus Word einfügen').click();
	const field = dialog.getByLabel('Die Stelle, so wie sie lauten soll');
	await field.evaluate((area, html) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/html', html);
		area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	}, `<html><body><p class=MsoNormal>Bis <del>2035</del><ins>2030</ins> bauen wir Radwege zwischen den Orten.</p><p class=MsoNormal>${homes}</p></body></html>`);
	await expect(field).toHaveValue(`Bis 2030 bauen wir Radwege zwischen den Orten.\n${homes}`);
	await dialog.getByRole('button', { name: 'Mit dem Text vergleichen' }).click();
	await expect(dialog.getByText('Eine Änderung gefunden.')).toBeVisible();
	await expect(dialog.getByText(/^Änderungen sind darin nicht markiert\./)).toBeVisible();
	await expectReflow(council, 'changes of a pasted passage');
	await dialog.getByRole('button', { name: 'Vorschlag einreichen' }).click();
	await expect(dialog.getByText('Der Vorschlag ist eingereicht.')).toBeVisible();
	await expect(card(lead, '2030')).toBeVisible();
});
