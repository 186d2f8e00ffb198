import type { Page } from '@playwright/test';

/** The names that the browser itself hands to assistive technology, by their roles. */
export async function namesIn(page: Page, role: string): Promise<string[]> {
	const browser = await page.context().newCDPSession(page);
	const { nodes } = await browser.send('Accessibility.getFullAXTree');
	await browser.detach();
	return nodes
		.filter((node) => !node.ignored && node.role?.value === role)
		.map((node) => String(node.name?.value ?? ''));
}

/** Listens to what a page tells a screen reader without being asked; returns how to take what came since. */
export async function listenTo(page: Page): Promise<() => Promise<string[]>> {
	await page.evaluate(() => {
		const told: string[] = [];
		Object.assign(window, { told });
		const live = '[aria-live=polite], [role=status], output';
		new MutationObserver((changes) => {
			const places = changes.map(({ target }) =>
				(target instanceof Element ? target : target.parentElement)?.closest<HTMLElement>(live)
			);
			for (const place of new Set(places)) if (place) told.push((place.textContent ?? '').replace(/\s+/g, ' ').trim());
		}).observe(document.body, { childList: true, subtree: true, characterData: true });
	});
	return () => page.evaluate(() => (window as unknown as { told: string[] }).told.splice(0));
}
