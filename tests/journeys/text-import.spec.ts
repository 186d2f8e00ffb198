import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { expectNothingLeft, signIn } from '../support/people.ts';
import { expectReflow } from '../support/reflow.ts';
import { startServer } from '../support/server.js';
import { toTheEnd } from '../support/text-page.ts';
import { par, picture, point, run, wordFile } from '../support/word-file.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

/** Opens a new text; what the browser refused to do there is kept. */
async function openText(page: Page, title: string): Promise<{ refused: string[] }> {
	const refused: string[] = [];
	page.on('console', (message) => {
		if (/content security policy/i.test(message.text())) refused.push(message.text());
	});
	page.on('pageerror', (error) => refused.push(String(error)));
	page.on('dialog', (dialog) => refused.push(dialog.message()));
	await page.goto('/p');
	await page.locator('main a[href^="/p/"]').first().click();
	await page.getByRole('link', { name: 'Neuer Text' }).click();
	await page.getByLabel('Titel').fill(title);
	await page.getByRole('button', { name: 'Text anlegen' }).click();
	await expect(page.getByRole('textbox', { name: title }).getByRole('heading', { name: title })).toBeVisible();
	await expect(page.getByText('Gespeichert', { exact: true })).toBeVisible();
	return { refused };
}

/** What Strg+V does with this in the clipboard. */
function paste(page: Page, title: string, content: Record<string, string>): Promise<void> {
	return page.getByRole('textbox', { name: title }).evaluate((paper, given) => {
		const clipboardData = new DataTransfer();
		for (const [type, words] of Object.entries(given)) clipboardData.setData(type, words);
		paper.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	}, content);
}

const idsIn = (page: Page, title: string): Promise<(string | null)[]> =>
	page
		.getByRole('textbox', { name: title })
		.locator('p, h1, h2, h3')
		.evaluateAll((blocks) => blocks.map((block) => block.getAttribute('data-id')));

const wordPoint = (level: number, sign: string, words: string) =>
	`<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`;

const helmstedt = `Für die zukünftige strategische Ausrichtung des Landkreises Helmstedt werden die folgenden langfristigen Ziele definiert, die bis 2035 erreicht werden sollen. Für die Haushaltsplanungen ab 2026 werden die nachstehenden Strategischen Ziele festgesetzt.

1. Der Landkreis treibt die 6 Aktionsräume voran und setzt Impulse!

- Strategierat: AWS und Themenpaten
- Ratgeber für die kreisangehörigen Kommunen
- Unterstützer für die Umsetzung der Ideen`;

test('somebody pastes what Word, a page and a plain text put on the clipboard', async ({ browser }) => {
	const page = await signIn(browser, server.url, 'Als Moderation');
	const { refused } = await openText(page, 'Aus Word');
	const paper = page.getByRole('textbox', { name: 'Aus Word' });
	await toTheEnd(paper);
	await page.keyboard.press('Enter');

	await paste(page, 'Aus Word', {
		'text/html': `<html><body><!--StartFragment-->${wordPoint(1, '1.', 'Der Landkreis')}${wordPoint(2, '·', 'Strategierat <a href="javascript:alert(1)">böse</a>')}<p class=MsoNormal>Mehr beim <a href="https://www.helmstedt.de">Landkreis</a> selbst.<img src="https://evil.example/x.png" onerror="alert(1)"><svg onload="alert(1)"></svg></p><!--EndFragment--></body></html>`,
		'text/plain': 'Der Landkreis'
	});
	await expect(paper.locator('ol > li > ul > li')).toHaveText('Strategierat böse');
	await expect(paper.locator('a')).toHaveCount(1);
	await expect(paper.locator('img, svg')).toHaveCount(0);
	const note = page.getByRole('status').filter({ hasText: 'Weggelassen wurden' });
	await expect(note).toContainText(
		'Übernommen. Weggelassen wurden: 2 Bilder, 1 Link, der von hier nirgendwohin führt.'
	);
	await expectAccessible(page, 'text with a note on what was left out');
	await note.getByRole('button', { name: 'Hinweis schließen' }).click();
	await expect(note).toHaveCount(0);
	await page.keyboard.press('Control+z');
	await expect(paper.locator('ol')).toHaveCount(0);

	await toTheEnd(paper);
	await paste(page, 'Aus Word', { 'text/plain': helmstedt });
	for (const line of helmstedt.split('\n').filter(Boolean))
		await expect(paper.locator('p').filter({ hasText: line })).toHaveText(line);
	await page.keyboard.press('Enter');
	await paste(page, 'Aus Word', { 'text/plain': '## Ziel 2\n\n- **Einwohner** halten\n- <b>mehr</b>' });
	await expect(paper.locator('h2')).toHaveText('Ziel 2');
	await expect(paper.locator('li strong')).toHaveText('Einwohner');
	await expect(paper.locator('li').last()).toHaveText('<b>mehr</b>');
	await expect(page.getByText('Gespeichert', { exact: true })).toBeVisible();

	const ids = await idsIn(page, 'Aus Word');
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids).not.toContain(null);
	await paper.press('Control+a');
	const [html, plain] = await paper.evaluate((element) => {
		const clipboardData = new DataTransfer();
		element.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
		return ['text/html', 'text/plain'].map((type) => clipboardData.getData(type));
	});
	await toTheEnd(paper);
	await paste(page, 'Aus Word', { 'text/html': html!, 'text/plain': plain! });
	await expect(paper.locator('h2')).toHaveCount(2);
	const after = await idsIn(page, 'Aus Word');
	expect(after.slice(0, ids.length)).toEqual(ids);
	expect(new Set(after).size).toBe(after.length);
	expect(refused).toEqual([]);
	expectNothingLeft([page]);
});

test('somebody brings in a Word file with changes, and one undo takes it back', async ({ browser }) => {
	const page = await signIn(browser, server.url, 'Als Moderation');
	const { refused } = await openText(page, 'Vorlage');
	const paper = page.getByRole('textbox', { name: 'Vorlage' });
	const insert = page.getByRole('button', { name: 'Text aus einer Datei einfügen' });
	await insert.focus();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Text einfügen' });
	await expect(dialog).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	await expect(insert).toBeFocused();

	await insert.click();
	const file = dialog.getByLabel('Datei');
	const choose = (name: string, content: Uint8Array | string) =>
		file.setInputFiles({ name, mimeType: '', buffer: Buffer.from(content as Uint8Array) });
	await choose('Vorlage.docx', 'Ein Brief.');
	await expect(dialog.getByRole('alert')).toContainText('Diese Datei lässt sich nicht lesen.');
	await choose('Bild.png', 'x');
	await expect(dialog.getByRole('alert')).toContainText('Diese Art von Datei können wir nicht lesen.');
	await expectAccessible(page, 'dialog with a refusal');

	const cell = (words: string) => `<w:tc>${par(run(words))}</w:tc>`;
	const body =
		par(
			`${run('Über ')}<w:del w:id="1" w:author="A"><w:r><w:delText>80.000</w:delText></w:r></w:del><w:ins w:id="2" w:author="A">${run('90.000')}</w:ins>${run(' halten')}`
		) +
		point('Strategierat', 1) +
		point('Themenpaten', 1, 1) +
		`<w:tbl><w:tr>${cell('Ziel')}${cell('Jahr')}</w:tr></w:tbl>` +
		par(picture + run('Ende') + '<w:r><w:footnoteReference w:id="2"/></w:r>');
	await choose('Vorlage.docx', wordFile(body));
	await expect(dialog.getByRole('region', { name: 'Vorschau' })).toContainText('Über 90.000 halten');
	await expect(dialog.getByRole('status')).toHaveText('Nicht übernommen werden: 1 Bild, 1 Fußnote.');
	await expect(dialog.getByText('In der Datei ist 1 Stelle als Änderung markiert.')).toBeVisible();
	await expectAccessible(page, 'dialog with a preview');
	await dialog.getByLabel('Stand vor den Änderungen').check();
	await expect(dialog.getByRole('region', { name: 'Vorschau' })).toContainText('Über 80.000 halten');
	await dialog.getByLabel('Änderungen annehmen').check();
	await dialog.getByRole('button', { name: 'Am Ende anfügen' }).click();

	await expect(dialog).toHaveCount(0);
	await expect(paper).toBeFocused();
	await expect(paper).toContainText('Über 90.000 halten');
	await expect(paper.locator('ul ul li')).toHaveText('Themenpaten');
	await expect(paper).toContainText('Jahr');
	await expect(page.getByText('Übernommen. Weggelassen wurden: 1 Bild, 1 Fußnote.')).toBeVisible();
	await expect(page.getByText('Gespeichert', { exact: true })).toBeVisible();
	expect(await idsIn(page, 'Vorlage')).not.toContain(null);
	await page.keyboard.press('Control+z');
	await expect(paper).not.toContainText('halten');

	await paper.press('Control+Home');
	await insert.click();
	await choose('Satz.txt', 'Ein Satz davor.');
	await dialog.getByRole('button', { name: 'An der Schreibmarke einfügen' }).click();
	await expect(paper.locator('p').first()).toHaveText('Ein Satz davor.');
	await expect(paper.getByRole('heading', { name: 'Vorlage' })).toBeVisible();
	expect(refused).toEqual([]);
	expectNothingLeft([page]);
});

test('on a phone somebody brings Markdown into an empty text, and drops a file on the dialog', async ({ browser }) => {
	const page = await signIn(browser, server.url, 'Als Moderation');
	const { refused } = await openText(page, 'Unterwegs');
	await page.setViewportSize({ width: 390, height: 844 });
	const paper = page.getByRole('textbox', { name: 'Unterwegs' });
	await paper.press('Control+a');
	await page.keyboard.press('Backspace');
	await page.getByRole('button', { name: 'Überschrift 1' }).click();
	await page.getByRole('button', { name: 'Text aus einer Datei einfügen' }).click();
	const dialog = page.getByRole('dialog', { name: 'Text einfügen' });
	await dialog.getByLabel('Datei').evaluate((input) => {
		const dataTransfer = new DataTransfer();
		dataTransfer.items.add(
			new File(['# Ziele\n\n1. halten\n   - mehr\n\n| Ziel | Jahr |\n|---|---|\n| A | 2035 |'], 'Ziele.md')
		);
		input.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
	});
	await expect(dialog.getByRole('region', { name: 'Vorschau' }).getByRole('heading', { name: 'Ziele' })).toBeVisible();
	await expectReflow(page, 'dialog on a phone');
	await dialog.getByRole('button', { name: 'Einfügen', exact: true }).click();
	await expect(paper.locator('h1')).toHaveText('Ziele');
	await expect(paper.locator('ol ul li')).toHaveText('mehr');
	await expect(paper).toContainText('2035');
	await expect(page.getByText('Gespeichert', { exact: true })).toBeVisible();
	expect(refused).toEqual([]);
	expectNothingLeft([page]);
});
