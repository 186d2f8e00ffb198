import { expect, type Browser } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { toTheEnd } from '../support/text-page.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

/** The facilitator with a new text before her. */
async function begin(browser: Browser, title: string) {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await lead.goto('/p');
	await lead.locator('main a[href^="/p/"]').first().click();
	await lead.getByRole('link', { name: 'Neuer Text' }).click();
	await lead.getByLabel('Titel').fill(title);
	await lead.getByRole('button', { name: 'Text anlegen' }).click();
	const paper = lead.getByRole('textbox', { name: title });
	await expect(lead.getByText('Gespeichert', { exact: true })).toBeVisible();
	const write = async (words: string) => {
		await toTheEnd(paper);
		await lead.keyboard.type(words);
		await expect(lead.getByText('Gespeichert', { exact: true })).toBeVisible();
	};
	return { lead, write };
}

test('line 5 of a version begins with the same word on a phone, on a large screen and on paper', async ({
	browser
}) => {
	const { lead, write } = await begin(browser, 'Vision 2040');
	await write('Der Landkreis Helmstedt stellt sich den Aufgaben der kommenden Jahre gemeinsam. '.repeat(6));
	await lead.getByRole('button', { name: 'Fassung festhalten' }).click();
	await lead.getByRole('link', { name: 'Fassung 1', exact: true }).click();
	const line = lead.locator('[data-number="5"]');
	await expect(line).toHaveCount(1);
	/** The words behind the mark, and how far above them the number stands, in pixels. */
	const seen = () =>
		line.evaluate((mark) => {
			const walker = document.createTreeWalker(mark.closest('p')!, NodeFilter.SHOW_TEXT);
			let words = walker.nextNode()!;
			while (!(mark.compareDocumentPosition(words) & Node.DOCUMENT_POSITION_FOLLOWING && words.textContent))
				words = walker.nextNode()!;
			const range = document.createRange();
			range.setStart(words, 0);
			range.setEnd(words, 1);
			const [row, number] = [range, mark].map((each) => each.getBoundingClientRect().top) as [number, number];
			return { word: words.textContent!.slice(0, 12), off: Math.round(Math.abs(row - number)) };
		});
	const large = await seen();
	expect(large.off).toBeLessThan(3);
	for (const width of [320, 390, 820, 1440]) {
		await lead.setViewportSize({ width, height: 900 });
		await expect.poll(seen).toEqual({ word: large.word, off: expect.any(Number) });
		expect((await seen()).off).toBeLessThan(3);
		await expectNoSidewaysScrolling(lead);
	}
	await lead.emulateMedia({ media: 'print' });
	expect((await seen()).word).toBe(large.word);
	await lead.emulateMedia({ media: 'screen' });
	await expectAccessible(lead, 'a version with numbered lines');
});

test('a council member reads word by word what became of a version, as running text and as a synopsis', async ({
	browser
}) => {
	const { lead, write } = await begin(browser, 'Leitsätze 2035');
	await write('Jedes Dorf ist mit dem Rad zu erreichen');
	await lead.getByRole('button', { name: 'Fassung festhalten' }).click();
	await expect(lead.getByText('Der Text entspricht Fassung 1.')).toBeVisible();
	await write(' und mit dem Bus.');
	await lead.keyboard.press('Enter');
	await write('Das Freibad bleibt geöffnet.');

	await expect(lead.getByText('Der Text wurde seit Fassung 1 geändert.')).toBeVisible();
	await lead.getByRole('link', { name: 'Was sich geändert hat' }).click();
	await expect(lead.getByText('Fassung 1 und Heutiger Text: 1 Absatz geändert, 1 Absatz neu.')).toBeVisible();
	await lead.getByRole('link', { name: 'Zurück zum Text' }).click();
	await lead.getByRole('button', { name: 'Fassung festhalten' }).click();
	await expect(lead.getByText('Der Text entspricht Fassung 2.')).toBeVisible();

	const council = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await council.goto(lead.url());
	await council.getByRole('link', { name: 'Mit Fassung 1 vergleichen' }).click();
	await expect(council.locator('ins')).toContainText(['und mit dem Bus', 'Das Freibad bleibt geöffnet.']);
	await expect(council.locator('del')).toHaveCount(0);
	await expect(council.getByText('Jedes Dorf ist mit dem Rad zu erreichen')).toBeVisible();
	await expectAccessible(council, 'two versions as one text');

	await council.getByRole('link', { name: 'Synopse' }).press('Enter');
	const rows = council.getByRole('row');
	await expect(rows.first().getByRole('columnheader')).toContainText(['Fassung 1', 'Fassung 2', 'Änderung']);
	await expect(rows.filter({ hasText: 'Freibad' }).getByRole('cell')).toContainText([
		'nicht enthalten',
		'Das Freibad',
		'neu'
	]);
	await expectAccessible(council, 'two versions beside each other');
	await council.getByRole('link', { name: 'Nur Geändertes zeigen' }).click();
	await expect(rows).toHaveCount(3);
	await council.setViewportSize({ width: 320, height: 800 });
	await expectNoSidewaysScrolling(council);

	await council.getByLabel('Ältere Fassung').selectOption('Fassung 2');
	await council.getByRole('button', { name: 'Vergleichen' }).click();
	await expect(council.getByText('Fassung 2 und Fassung 2: Der Wortlaut ist gleich.')).toBeVisible();
	await council.goto(council.url().replace('2..2', '2..9'));
	await expect(council.getByRole('heading', { name: 'Diese Seite gibt es nicht' })).toBeVisible();
});
