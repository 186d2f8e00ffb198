import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The page breaks no rule of WCAG 2.2 AA that a machine can see, neither in the light nor in the dark theme. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
	await page.evaluate(source);
	for (const colorScheme of ['dark', 'light'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		// Colours fade from one theme to the other; an endless animation is not waited for.
		await page.evaluate(() =>
			Promise.race([
				Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
				new Promise((resolve) => setTimeout(resolve, 500))
			])
		);
		const found = await page.evaluate(async (tags) => {
			const { axe } = window as unknown as { axe: { run(options: unknown): Promise<AxeResults> } };
			const { violations } = await axe.run({ runOnly: { type: 'tag', values: tags } });
			return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
		}, rules);
		expect(found, `${where}, ${colorScheme}`).toEqual([]);
	}
}

/** Nothing on the page is wider than the screen. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
	const [content, screen] = await page.evaluate(() => [
		document.documentElement.scrollWidth,
		document.documentElement.clientWidth
	]);
	expect(content).toBeLessThanOrEqual(screen!);
}
