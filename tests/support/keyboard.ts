import { expect, type Locator, type Page } from '@playwright/test';

/** Where the focus is and whether it can be seen; null when it is nowhere. */
function focusOf(page: Page): Promise<{ name: string; seen: boolean } | null> {
	return page.evaluate(() => {
		const at = document.activeElement;
		if (!(at instanceof HTMLElement) || at === document.body) return null;
		// A radio or checkbox may leave it to its label to show the focus.
		const shown = [at, at.closest('label')].filter((element) => element !== null);
		const seen = shown.some((element) => {
			const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
			return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
		});
		return { name: `${at.tagName} ${at.getAttribute('aria-label') ?? at.innerText}`.slice(0, 80), seen };
	});
}

/** The focus is somewhere, and everybody sees where. */
export async function expectPlaceKept(page: Page, after: string): Promise<void> {
	await expect
		.poll(async () => {
			const focus = await focusOf(page);
			return focus === null ? 'nowhere' : focus.seen ? 'visible' : `invisible on ${focus.name}`;
		}, `the focus after ${after}`)
		.toBe('visible');
}

/** Walks to something with the Tab key alone, forwards or back, and sees the focus on the whole way. */
export async function walkTo(page: Page, goal: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
	await expect(goal).toBeVisible();
	for (let steps = 0; steps < 150; steps++) {
		if (await goal.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press(key);
		const focus = await focusOf(page);
		if (focus) expect(focus.seen, `the focus is seen on ${focus.name}`).toBe(true);
	}
	throw new Error(`The Tab key does not lead to ${goal}`);
}

/** Walks to a button or link and presses it as a keyboard does. */
export async function press(page: Page, goal: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
	await walkTo(page, goal);
	await page.keyboard.press(key);
}
