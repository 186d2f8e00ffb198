import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { expectPlaceKept } from '../support/keyboard.ts';
import { signIn } from '../support/people.ts';
import { expectReflow } from '../support/reflow.ts';
import { startServer } from '../support/server.js';
import { caretHeard, toTheEnd } from '../support/text-page.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

async function newText(lead: Page, title: string): Promise<Locator> {
	await lead.goto('/p');
	await lead.locator('main a[href^="/p/"]').first().click();
	await lead.getByRole('link', { name: 'Neuer Text' }).click();
	await lead.getByLabel('Titel').fill(title);
	await lead.getByRole('button', { name: 'Text anlegen' }).click();
	const paper = lead.getByRole('textbox', { name: title });
	await expect(lead.getByText('Gespeichert', { exact: true })).toBeVisible();
	return paper;
}

/** The words in the cells of the first table below something, row by row, without the names at the carets of others. */
const cellsOf = (within: Locator) =>
	within
		.locator('table')
		.first()
		.locator('tr')
		.evaluateAll((rows) =>
			rows.map((row) =>
				[...row.children].map((cell) =>
					[...cell.querySelectorAll('p')]
						.map((paragraph) => {
							const words = paragraph.cloneNode(true) as HTMLElement;
							words.querySelector('.wr-caret')?.remove();
							return words.textContent.replaceAll('\u2060', '').trim();
						})
						.join('\n')
				)
			)
		);

/** Goes from the text to the toolbar by keyboard, walks through it with the arrows and presses a button. */
async function tool(page: Page, name: string): Promise<void> {
	await page.keyboard.press('Alt+F10');
	await expectPlaceKept(page, 'going to the toolbar');
	const wanted = page.getByRole('toolbar').getByRole('button', { name, exact: true });
	for (let steps = 0; steps < 25; steps++) {
		if (await wanted.evaluate((button) => button === document.activeElement)) break;
		await page.keyboard.press('ArrowRight');
	}
	await expect(wanted).toBeFocused();
	await page.keyboard.press('Enter');
	// The tool gives the focus back to the text.
	await expect(page.locator('.ProseMirror:focus')).toHaveCount(1);
	await caretHeard(page);
}

test('two people fill a table and tick a task at the same time, and the version keeps both for ever', async ({
	browser
}) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	const paper = await newText(lead, 'Maßnahmen 2035');

	// Who builds the table has no mouse.
	await toTheEnd(paper);
	await tool(lead, 'Tabelle einfügen');
	for (const words of ['Maßnahme', 'Kosten', 'Wer', 'Radweg', '', '', 'Bus', '', '']) {
		await lead.keyboard.type(words);
		await lead.keyboard.press('Tab');
	}
	await expect(paper.locator('tr')).toHaveCount(4);
	await lead.keyboard.press('Shift+Tab');
	await expect(lead.getByText('Esc hinter die Tabelle')).toBeVisible();
	await lead.keyboard.press('ArrowDown');
	await lead.keyboard.press('Escape');
	await expect(lead.getByText('Esc hinter die Tabelle')).toBeHidden();
	await tool(lead, 'Aufgabenliste');
	await lead.keyboard.type('Strecke prüfen');
	await lead.keyboard.press('Enter');
	await lead.keyboard.type('Angebote einholen');
	await tool(lead, 'Aufgabe erledigt');
	await expect(paper.getByRole('checkbox', { name: 'Erledigt: Angebote einholen' })).toBeChecked();
	await expectAccessible(lead, 'a text with a table and tasks');

	await lead.getByLabel('Herr Brandt (Kreistag)').check();
	await lead.getByRole('button', { name: 'Schreibgruppe übernehmen' }).click();
	const council = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await council.goto(lead.url());
	const theirs = council.getByRole('textbox', { name: 'Maßnahmen 2035' });
	await expect(theirs.locator('tr')).toHaveCount(4);
	const reader = await signIn(browser, server.url, 'Als Steuerung');
	await reader.goto(lead.url());
	await expect(reader.getByRole('columnheader', { name: 'Kosten' })).toBeVisible();

	await paper.locator('tr').nth(1).locator('td').nth(1).click();
	await theirs.locator('tr').nth(2).locator('td').nth(1).click();
	await Promise.all([lead, council].map(caretHeard));
	await Promise.all([
		lead.keyboard.type('2.500 Euro'),
		council.keyboard.type('100 Euro'),
		reader.getByText('100 Euro').waitFor()
	]);
	await Promise.all([
		lead.getByRole('button', { name: 'Zeile löschen' }).isVisible(),
		theirs.getByRole('checkbox', { name: 'Erledigt: Strecke prüfen' }).check(),
		lead.keyboard.press('Tab')
	]);
	await lead.keyboard.type('Landkreis');
	await lead.getByRole('button', { name: 'Spalte rechts einfügen' }).click();
	await council.getByText('Bus', { exact: true }).click();
	await council.getByRole('button', { name: 'Zeile darüber einfügen' }).click();
	await theirs.locator('tr').nth(2).locator('td').first().click();
	await caretHeard(council);
	await council.keyboard.type('Bahn');
	const filled = [
		['Maßnahme', 'Kosten', 'Wer', ''],
		['Radweg', '2.500 Euro', 'Landkreis', ''],
		['Bahn', '', '', ''],
		['Bus', '100 Euro', '', ''],
		['', '', '', '']
	];
	for (const within of [paper, theirs, reader.locator('main')])
		await expect.poll(() => cellsOf(within)).toEqual(filled);
	await expect(reader.getByRole('listitem').filter({ hasText: 'Strecke prüfen' })).toContainText('Erledigt:');
	await expectReflow(reader, 'reading a table');
	await expectReflow(lead, 'writing in a table');

	await lead.getByLabel('Danach weiterschreiben').uncheck();
	await lead.getByRole('button', { name: 'Fassung festhalten' }).click();
	await expect(council.getByText('Dieser Text ist festgehalten')).toBeVisible();
	await reader.reload();
	await reader.getByRole('link', { name: 'Fassung 1', exact: true }).click();
	await expect(reader.getByText('Der Wortlaut stimmt mit der Prüfsumme überein.')).toBeVisible();
	await expect(reader.getByRole('columnheader', { name: 'Kosten' })).toBeVisible();
	await expect(reader.getByRole('cell', { name: '2.500 Euro' })).toBeVisible();
	await expect(reader.getByRole('listitem').filter({ hasText: 'Angebote einholen' })).toContainText('Erledigt:');
	await expectReflow(reader, 'a version with a table');
});

test('a table from elsewhere is pasted as words, and nothing in it runs', async ({ browser }) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	const paper = await newText(lead, 'Eingefügt');
	const paste = (html: string) =>
		paper.evaluate((element, given) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/html', given);
			element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
		}, html);
	const evil = `window.ran = true`;
	await toTheEnd(paper);
	await paste(`
		<table onclick="${evil}" style="position:fixed"><script>${evil}</script>
			<tr><th colspan="1000000000" onmouseover="${evil}">Titel<img src="x" onerror="${evil}"></th></tr>
			<tr><td><a href="javascript:${evil}">klick</a></td><td rowspan="9">zwei<table><tr><td>innen</td></tr></table></td></tr>
			<tr><td></td></tr>
		</table>
		<ul data-type="taskList"><li data-type="taskItem" data-checked="true"><label><input type="checkbox" onclick="${evil}"></label>
			<div><p>Getan<iframe srcdoc="<script>parent.ran=true</script>"></iframe></p></div></li></ul>`);
	await expect(paper.getByRole('checkbox', { name: 'Erledigt: Getan' })).toBeChecked();
	const [titles, words] = await cellsOf(paper);
	expect(titles).toEqual(['Titel']);
	expect(words?.map((cell) => cell.split('\n')[0])).toEqual(['klick', 'zwei']);
	for (const part of ['script', 'img', 'iframe', 'a', 'table table', '[onclick]', '[onmouseover]', '[onerror]'])
		await expect(paper.locator(part).filter({ hasNot: lead.locator('.ProseMirror-separator') }), part).toHaveCount(0);
	expect(await lead.evaluate(() => 'ran' in window)).toBe(false);

	// A table is pasted into the cells of another one, and no table ever lies in another one.
	await paper.getByText('klick').click();
	await paste('<table><tr><td>eins</td><td>zwei</td><td>drei</td></tr></table>');
	await expect.poll(async () => (await cellsOf(paper))[1]).toEqual(['eins', 'zwei', 'drei']);
	await paper.getByText('drei').click();
	await paste('<p>davor</p><table><tr><td>im Absatz</td></tr></table>');
	await expect(paper.getByText('im Absatz')).toBeVisible();
	await expect(paper.locator('table table')).toHaveCount(0);
	await expect(lead.getByText('Gespeichert', { exact: true })).toBeVisible();
});
