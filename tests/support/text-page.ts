import { expect, type Locator, type Page } from '@playwright/test';

/** Waits until what was written in a text is kept by the server. */
export const saved = (page: Page): Promise<void> =>
	expect(page.getByText('Gespeichert', { exact: true })).toBeVisible();

/** The card of a suggestion that says some words. */
export const card = (page: Page, words: string): Locator => page.getByRole('article').filter({ hasText: words });

/** Begins a text with some sentences in the first process; each is a paragraph. */
export async function beginText(lead: Page, title: string, paragraphs: readonly string[]): Promise<void> {
	await lead.goto('/p');
	await lead.locator('main a[href^="/p/"]').first().click();
	await lead.getByRole('link', { name: 'Neuer Text' }).click();
	await lead.getByLabel('Titel').fill(title);
	await lead.getByRole('button', { name: 'Text anlegen' }).click();
	const paper = lead.getByRole('textbox', { name: title });
	await saved(lead);
	await toTheEnd(paper);
	for (const [at, words] of paragraphs.entries()) {
		if (at > 0) await lead.keyboard.press('Enter');
		await lead.keyboard.type(words);
	}
	await saved(lead);
}

/**
 * The editor hears of a caret or selection that the browser has moved a moment later; and within 20 milliseconds after it has got the focus
 * it puts the caret where it had it before. Nobody types so fast, but tests do.
 */
export const caretHeard = (page: Page): Promise<void> =>
	page.evaluate(
		() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done())), 40))
	);

/** Puts the caret at the end of a text. */
export async function toTheEnd(paper: Locator): Promise<void> {
	await paper.focus();
	await caretHeard(paper.page());
	await paper.press('Control+End');
	await caretHeard(paper.page());
}

/** Puts the caret behind some words of an editor, the first of the page unless said otherwise. */
export async function caretBehind(
	page: Page,
	words: string,
	editor: Locator = page.locator('.ProseMirror').first()
): Promise<void> {
	await expect(editor).toContainText(words);
	await editor.focus();
	await editor.evaluate((element, words) => {
		const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const at = node.textContent!.indexOf(words);
			if (at >= 0) return getSelection()!.collapse(node, at + words.length);
		}
		throw new Error(`"${words}" is not in one piece in the text`);
	}, words);
	await caretHeard(page);
}
