import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { toTheEnd } from '../support/text-page.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

/** The list of comments beside the text, or below it. */
const panel = (page: Page) => page.getByRole('region', { name: 'Kommentare', exact: true });

/** Somebody in the editor marks some words, also where the caret of somebody else stands in them. */
async function mark(page: Page, words: string) {
	await page.getByRole('textbox', { name: 'Vision 2035' }).focus();
	await page.evaluate((wanted) => {
		for (const paragraph of document.querySelectorAll('.ProseMirror :is(p, h1)')) {
			const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
			const letters: [Node, number][] = [];
			let said = '';
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				if (node.parentElement!.closest('.wr-caret')) continue;
				[...node.textContent!].forEach((letter, at) => (letters.push([node, at]), (said += letter)));
			}
			const at = said.indexOf(wanted);
			if (at < 0) continue;
			const [first, last] = [letters[at]!, letters[at + wanted.length - 1]!];
			return getSelection()!.setBaseAndExtent(...first, last[0], last[1] + 1);
		}
	}, words);
}

/** What stands in the editor, or which words of each paragraph are marked as commented, without the names at carets. */
function said(page: Page, within = ''): () => Promise<string[]> {
	return () =>
		page.evaluate(
			(which) =>
				[...document.querySelectorAll('.ProseMirror :is(p, h1)')]
					.map((paragraph) => {
						const copy = paragraph.cloneNode(true) as Element;
						for (const caret of copy.querySelectorAll('.wr-caret')) caret.remove();
						const parts = which === '' ? [copy] : [...copy.querySelectorAll(which)];
						return parts.map(({ textContent }) => textContent).join('');
					})
					.filter((words) => words !== ''),
			within
		);
}
const commented = (page: Page) => expect.poll(said(page, '.wr-commented'));

/** Puts the caret directly before some words. */
async function caretBefore(page: Page, words: string) {
	await mark(page, words);
	await page.keyboard.press('ArrowLeft');
	// The editor hears of a caret that the browser has moved a moment later; nobody's fingers are faster.
	await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

test('people say something about words of a text while others write, and about a paragraph from a phone', async ({
	browser
}) => {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await lead.goto('/p');
	await lead.locator('main a[href^="/p/"]').first().click();
	await lead.getByRole('link', { name: 'Neuer Text' }).click();
	await lead.getByLabel('Titel').fill('Vision 2035');
	await lead.getByRole('button', { name: 'Text anlegen' }).click();
	const paper = lead.getByRole('textbox', { name: 'Vision 2035' });
	await expect(paper.getByRole('heading', { name: 'Vision 2035' })).toBeVisible();
	await toTheEnd(paper);
	await lead.keyboard.type('Wir bauen sichere Radwege in alle Orte.');
	await lead.keyboard.press('Enter');
	await lead.keyboard.type('Unsere Schulen bleiben.');
	await expect(lead.getByText('Gespeichert', { exact: true })).toBeVisible();
	await lead.getByLabel('Herr Brandt (Kreistag)').check();
	await lead.getByRole('button', { name: 'Schreibgruppe übernehmen' }).click();

	// A writer comments on words while another writes before them and inside.
	const council = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await council.goto(lead.url());
	const theirs = council.getByRole('textbox', { name: 'Vision 2035' });
	await expect(theirs).toContainText('sichere Radwege');
	await mark(council, 'sichere Radwege');
	await council.getByRole('button', { name: 'Kommentieren' }).click();
	const sheet = council.getByRole('dialog', { name: 'Kommentar' });
	await expect(sheet.locator('blockquote')).toHaveText('sichere Radwege');
	await expect(sheet.getByLabel('Ihr Kommentar')).toBeFocused();
	await caretBefore(lead, 'Wir bauen');
	await lead.keyboard.type('Heute: ');
	await caretBefore(lead, 'Radwege');
	await lead.keyboard.type('breite ');
	await expect.poll(said(council)).toContain('Heute: Wir bauen sichere breite Radwege in alle Orte.');

	// She calls somebody by name, with the keyboard alone.
	await council.keyboard.type('Frage an @Mod');
	await expect(sheet.getByRole('option')).toHaveCount(1);
	const called = await sheet.getByRole('option').innerText();
	await council.keyboard.press('Enter');
	await expect(sheet.getByLabel('Ihr Kommentar')).toHaveValue(`Frage an @${called} `);
	await expectAccessible(council, 'the field for a comment');
	await council.keyboard.type('bis wohin?');
	await council.keyboard.press('Control+Enter');
	await expect(sheet).toHaveCount(0);
	await expect(theirs).toBeFocused();
	await commented(council).toEqual(['sichere breite Radwege']);

	// Whoever is called sees it; the words are marked for her, too.
	await expect(panel(lead).getByText('Sie wurden erwähnt').first()).toBeVisible();
	await expect(panel(lead).getByRole('status')).toHaveText('1 neuer Kommentar');
	await commented(lead).toEqual(['sichere breite Radwege']);
	const thread = panel(lead).getByRole('button', { name: 'Kommentar zu: sichere breite Radwege' });
	await panel(lead).getByLabel('Mich betreffend').check();
	await thread.click();
	await expect.poll(said(lead, '.chosen')).toEqual(['sichere breite Radwege']);
	await panel(lead).getByLabel('Ihre Antwort').fill('Bis zur Grenze.');
	await panel(lead).getByRole('button', { name: 'Senden' }).click();
	await expect(panel(council).getByText('Bis zur Grenze.')).toBeVisible();
	await expectAccessible(lead, 'a text with comments');

	// Enter before and in the middle of the words: they stay commented.
	await caretBefore(council, 'bauen');
	await council.keyboard.press('Enter');
	await commented(lead).toEqual(['sichere breite Radwege']);
	await caretBefore(council, 'breite Radwege');
	await council.keyboard.press('Enter');
	await commented(lead).toEqual(['sichere ', 'breite Radwege']);
	await council.keyboard.press('Backspace');

	// Somebody who only reads, with a phone and a keyboard.
	await lead.getByText('Schreibgruppe (1)').click();
	await lead.getByRole('checkbox', { name: 'Herr Brandt (Kreistag)' }).uncheck();
	await lead.getByRole('button', { name: 'Schreibgruppe übernehmen' }).click();
	await council.setViewportSize({ width: 390, height: 844 });
	await expect(council.getByRole('radio', { name: 'Bearbeiten' })).toHaveCount(0);
	await council.getByRole('radio', { name: 'Lesen' }).check();
	const beside = council.getByRole('button', { name: /^Absatz \d kommentieren/ }).last();
	await beside.focus();
	await council.keyboard.press('Enter');
	await expect(sheet.locator('blockquote')).toHaveText('Unsere Schulen bleiben.');
	await council.keyboard.type('Alle vier?');
	await sheet.getByRole('button', { name: 'Senden' }).click();
	await expect(council.getByRole('button', { name: /^Absatz \d: 1 Kommentar/ })).toHaveCount(2);
	await expectNoSidewaysScrolling(council);
	await expectAccessible(council, 'a text with comments on a phone');
	const second = panel(lead).getByRole('button', { name: 'Kommentar zu: Unsere Schulen bleiben.' });
	await expect(second).toHaveCount(0);
	await panel(lead).getByLabel('Mich betreffend').uncheck();
	await second.click();
	await panel(lead).getByRole('button', { name: 'Erledigt', exact: true }).click();
	await expect(panel(lead).getByText('Erledigt (1)')).toBeVisible();
	await expect(council.getByRole('button', { name: /^Absatz \d: 1 Kommentar/ })).toHaveCount(1);

	// Once the words are gone, what was said about them stays.
	await mark(lead, 'sichere breite Radwege');
	await lead.keyboard.press('Delete');
	await commented(lead).toEqual([]);
	await expect(panel(lead).getByRole('heading', { name: 'Ohne Stelle im Text' })).toBeVisible();
	await expect(panel(lead).getByRole('button', { name: 'Kommentar zu: sichere breite Radwege' })).toBeVisible();

	// A frozen text keeps its comments, and takes no new ones.
	await lead.getByLabel('Danach weiterschreiben').uncheck();
	await lead.getByRole('button', { name: 'Fassung festhalten' }).click();
	await expect(council.getByText('Dieser Text ist festgehalten')).toBeVisible();
	await expect(panel(council).getByText('Frage an')).toBeVisible();
	await expect(council.getByRole('button', { name: /kommentieren/ })).toHaveCount(0);
});
