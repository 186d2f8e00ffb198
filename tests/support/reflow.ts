import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';

/** What sticks out of the page or out of its button; what scrolls or hides on purpose is left out. */
function misfits(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const found: string[] = [];
		const screen = document.documentElement.clientWidth;
		if (document.scrollingElement!.scrollWidth > screen) found.push('the page scrolls sideways');
		const hidden = (element: Element) =>
			element.closest('.visually-hidden, .skip-link:not(:focus), [aria-hidden="true"], canvas, svg') !== null;
		const scrolls = (element: Element) => {
			for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
				if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(at).overflowX)) return true;
			return false;
		};
		const words = (element: Element) => `${element.tagName} “${element.textContent?.trim().slice(0, 40)}”`;
		for (const element of document.body.querySelectorAll('*')) {
			const { left, right, width, height } = element.getBoundingClientRect();
			if (width <= 1 || height <= 1 || hidden(element)) continue;
			if ((right > screen + 1 || left < -1) && !scrolls(element)) found.push(`${words(element)} sticks out`);
			const isButton = element.matches('button, a.btn, summary, [role="tab"]');
			if (
				isButton &&
				(element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
			)
				if (getComputedStyle(element).display !== 'inline') found.push(`${words(element)} is cut off`);
		}
		return found;
	});
}

/** Shows the page in its full length: what a bar at the foot of the screen covers at this moment is not covered for ever. */
async function unroll(page: Page): Promise<void> {
	const { width } = page.viewportSize()!;
	const height = await page.evaluate(() => document.scrollingElement!.scrollHeight);
	await page.setViewportSize({ width, height: Math.min(height + 100, 6_000) });
}

/**
 * The page is as good on a narrow phone and for somebody who reads with letters twice as large: everything is there without
 * scrolling sideways, no button is cut off, and nothing breaks a rule of accessibility.
 */
export async function expectReflow(page: Page, where: string): Promise<void> {
	const before = page.viewportSize();
	await page.setViewportSize({ width: 320, height: 640 });
	await expect.poll(() => misfits(page), `${where} at 320 px`).toEqual([]);
	await unroll(page);
	await expectAccessible(page, `${where} at 320 px`);
	await page.setViewportSize({ width: 640, height: 900 });
	const large = await page.addStyleTag({ content: 'html { font-size: 200% !important; }' });
	await expect.poll(() => misfits(page), `${where} with letters twice as large`).toEqual([]);
	await unroll(page);
	await expectAccessible(page, `${where} with letters twice as large`);
	await large.evaluate((element) => (element as Element).remove());
	if (before) await page.setViewportSize(before);
}
