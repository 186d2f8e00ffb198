import { createHash } from 'node:crypto';
import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { unflatten } from 'devalue';
import { canonicalJson } from '#domain/texts/canonical-json.ts';
import { docToPlain, type Doc } from '#domain/texts/doc.ts';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { helmstedtProposal } from '../support/helmstedt-proposal.ts';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const proposal = helmstedtProposal.proposal.flatMap(({ lines }) => lines).join('\n');

/** The Beschlussvorschlag of Helmstedt as version 1 of a text that nobody writes any more; gives the address of its versions. */
async function propose(browser: Browser): Promise<{ lead: Page; versions: string }> {
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await lead.goto('/p');
	await lead.locator('main a[href^="/p/"]').first().click();
	await lead.getByRole('link', { name: 'Neuer Text' }).click();
	await lead.getByLabel('Titel').fill(helmstedtProposal.title);
	await lead.getByLabel('Art des Textes').selectOption('Beschlussvorschlag');
	await lead.getByRole('button', { name: 'Text anlegen' }).click();
	const paper = lead.getByRole('textbox', { name: helmstedtProposal.title });
	await expect(lead.getByText('Gespeichert', { exact: true })).toBeVisible();
	await paper.press('Control+a');
	await paper.evaluate(
		(element, html) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/html', html);
			element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
		},
		helmstedtProposal.proposal
			.map(({ type, lines }) =>
				type === 'list' ? `<ul>${lines.map((line) => `<li><p>${line}</p></li>`).join('')}</ul>` : `<p>${lines[0]}</p>`
			)
			.join('')
	);
	await expect(paper).toContainText('moderner Dienstleister!');
	await expect(lead.getByText('Gespeichert', { exact: true })).toBeVisible();
	await lead.getByLabel('Danach weiterschreiben').uncheck();
	await lead.getByRole('button', { name: 'Fassung festhalten' }).click();
	await expect(lead.getByText('Fassung 1 ist festgehalten.')).toBeVisible();
	return { lead, versions: `${new URL(lead.url()).pathname}/versions` };
}

/** A version as the server keeps it. */
async function exactly(page: Page, address: string): Promise<{ doc: Doc; sha256: string }> {
	const answer = await page.request.get(`${address}/__data.json`);
	const { nodes } = (await answer.json()) as { nodes: { data: (number | object)[] }[] };
	const data = unflatten(nodes.at(-1)!.data as number[]) as { version: { doc: Doc; sha256: string } };
	return data.version;
}

/** Selects some words in an editor and types others over them. */
async function overwrite(page: Page, editor: Locator, old: string, young: string): Promise<void> {
	await editor.focus();
	await editor.evaluate((element, words) => {
		const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const at = node.textContent!.indexOf(words);
			if (at >= 0) getSelection()!.setBaseAndExtent(node, at, node, at + words.length);
		}
	}, old);
	await page.keyboard.type(young);
	await expect(editor).toContainText(young);
}

/** Hands in a motion on the page of a version. */
async function move(page: Page, version: string, lines: [number, number], words: [string, string], group: string) {
	await page.goto(version);
	await page.getByLabel('Von Zeile').fill(String(lines[0]));
	await page.getByLabel('Bis Zeile').fill(String(lines[1]));
	await page.getByRole('button', { name: 'Wortlaut schreiben' }).click();
	await overwrite(page, page.getByRole('textbox', { name: 'Neuer Wortlaut' }), ...words);
	await expect(page.locator('ins', { hasText: words[1] })).toBeVisible();
	await page.getByLabel('Fraktion oder Gruppe').fill(group);
}

const motion = (page: Page, number: number) => page.getByRole('article', { name: `ÄA-${number}` });

/** Writes down what became of a motion. */
async function decide(page: Page, number: number, decision: string, votes: readonly number[] = []) {
	const card = motion(page, number);
	await card.getByText('Entscheidung festhalten').click();
	await card.getByRole('radio', { name: decision, exact: true }).check();
	for (const [at, name] of ['Ja', 'Nein', 'Enthaltung'].entries())
		if (votes[at] !== undefined) await card.getByLabel(name, { exact: true }).fill(String(votes[at]));
	await card.getByRole('button', { name: 'Festhalten', exact: true }).click();
}

test('two Fraktionen amend the proposal of Helmstedt, and what is resolved differs in exactly one sentence', async ({
	browser
}) => {
	const { lead, versions } = await propose(browser);
	const first = await exactly(lead, `${versions}/1`);
	expect(docToPlain(first.doc)).toBe(proposal);
	expect(first.sha256).toBe(sha256(canonicalJson(first.doc)));

	const council = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await move(council, `${versions}/1`, [4, 4], ['2026', '2027'], 'CDU-Fraktion');
	await council.getByLabel('Begründung').fill('Der Haushalt 2026 ist schon beschlossen.');
	await expectAccessible(council, 'writing a motion');
	await council.getByRole('button', { name: 'Einreichen' }).click();
	await expect(council.getByText('ÄA-1 ist eingereicht.')).toBeVisible();
	await expect(motion(council, 1)).toContainText('Zeile 3');
	await move(council, `${versions}/1`, [6, 8], ['Themenpaten', 'Fraktionen'], 'CDU-Fraktion');
	await council.getByRole('button', { name: 'Einreichen' }).click();
	await motion(council, 2).getByRole('button', { name: 'Antrag zurückziehen' }).click();
	await expect(council.getByText('ÄA-2 ist zurückgezogen.')).toBeVisible();
	await expect(council.getByText('Entscheidung festhalten')).toHaveCount(0);

	const steering = await signIn(browser, server.url, 'Als Steuerung');
	await move(steering, `${versions}/1`, [3, 4], ['2026', '2025'], 'SPD-Fraktion');
	await steering.getByRole('button', { name: 'Einreichen' }).click();
	await expect(motion(steering, 3)).toContainText('Widerspricht ÄA-1');

	const wall = await signIn(browser, server.url, 'Als Moderation');
	await wall.goto(`${versions}/1/amendments?view=projector`);
	await expect(wall.getByText('Jetzt: ÄA-1 · CDU-Fraktion, Zeile 3')).toBeVisible();
	await expect(wall.getByRole('heading', { name: 'ÄA-3 · SPD-Fraktion' })).toBeVisible();
	await expect(wall.locator('body')).not.toContainText(/Brandt|Seidel|Öztürk/);
	await expect(wall.getByRole('button')).toHaveCount(0);
	await expectAccessible(wall, 'motions on the wall');

	await lead.goto(`${versions}/1/amendments`);
	const signs = () => lead.getByRole('article').getByRole('heading', { level: 3 }).allTextContents();
	const later = lead.getByRole('button', { name: 'ÄA-1 später abstimmen' });
	await later.focus();
	await lead.keyboard.press('Enter');
	await expect.poll(signs).toEqual(['ÄA-3 · SPD-Fraktion', 'ÄA-1 · CDU-Fraktion', 'ÄA-2 · CDU-Fraktion']);
	await expect(wall.getByText('Jetzt: ÄA-3 · SPD-Fraktion')).toBeVisible();
	await motion(lead, 1).getByLabel('Stelle').selectOption('1');
	await motion(lead, 1).getByRole('button', { name: 'An diese Stelle' }).click();
	await expect(wall.getByText('Jetzt: ÄA-1 · CDU-Fraktion')).toBeVisible();
	await motion(lead, 1).getByText('Empfehlung der Verwaltung').click();
	await motion(lead, 1).getByRole('radio', { name: 'dem Antrag folgen' }).check();
	await motion(lead, 1).getByLabel('Stellungnahme').fill('Das ist möglich.');
	await motion(lead, 1).getByRole('button', { name: 'Empfehlung festhalten' }).click();
	await expect(lead.getByText('Die Empfehlung zu ÄA-1 ist festgehalten.')).toBeVisible();

	await decide(lead, 1, 'angenommen', [31, 1, 2]);
	await expect(motion(council, 1)).toContainText('31 Ja, 1 Nein, 2 Enthaltungen');
	await expect(wall.getByText('Jetzt: ÄA-3 · SPD-Fraktion')).toBeVisible();
	await decide(lead, 3, 'angenommen');
	await expect(lead.getByText('ÄA-3 passt nicht auf den Text')).toBeVisible();
	await expect(lead.getByRole('button', { name: 'Beschlussfassung festhalten' })).toBeDisabled();
	await motion(lead, 3).getByRole('radio', { name: 'abgelehnt' }).check();
	await motion(lead, 3).getByRole('button', { name: 'Festhalten', exact: true }).click();
	await expect(lead.getByText('Die Entscheidung über ÄA-3 ist festgehalten.')).toBeVisible();
	await expect(wall.getByText('Beschlussfassung vor der Schlussabstimmung')).toBeVisible();
	await expect(wall.getByText('ab 2027 werden')).toBeVisible();

	const resolved = lead.getByRole('region', { name: 'Beschlussfassung' });
	await expect(resolved.locator('ins')).toContainText('2027');
	await expect(resolved.locator('del')).toContainText('2026');
	await resolved.getByLabel('nur Ergebnis').check();
	await expect(resolved.locator('ins, del')).toHaveCount(0);
	await expectAccessible(lead, 'the motions to a version');
	await lead.setViewportSize({ width: 320, height: 800 });
	await expectNoSidewaysScrolling(lead);
	await lead.emulateMedia({ media: 'print' });
	await expect(lead.getByRole('rowheader', { name: 'ÄA-3 · SPD-Fraktion' })).toBeVisible();
	await lead.emulateMedia({ media: 'screen' });
	await lead.getByRole('button', { name: 'Beschlussfassung festhalten' }).click();
	await expect(lead.getByText('Die Beschlussfassung ist festgehalten als Fassung 2.')).toBeVisible();
	await expect(wall.getByText('Beschlossen: Fassung 2')).toBeVisible();

	const second = await exactly(lead, `${versions}/2`);
	const changed = canonicalJson(first.doc).replace('ab 2026 werden', 'ab 2027 werden');
	expect(canonicalJson(second.doc)).toBe(changed);
	expect(second.sha256).toBe(sha256(changed));
	expect(docToPlain(second.doc)).toBe(proposal.replace('ab 2026 werden', 'ab 2027 werden'));

	await lead.goto(`${versions}/2/amendments`);
	await expect(lead.getByText('Noch kein Änderungsantrag zu dieser Fassung.')).toBeVisible();
	await lead.getByRole('button', { name: 'Beschlussfassung festhalten' }).click();
	await lead.getByRole('link', { name: 'Fassung 3', exact: true }).click();
	await expect(lead.getByText(second.sha256)).toBeVisible();
});
