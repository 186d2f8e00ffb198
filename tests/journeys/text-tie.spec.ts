import { expect, type Browser, type Page, type Route } from '@playwright/test';
import { paragraph } from '#text/blocks.ts';
import { readBody } from '#text/read-body.ts';
import { writeBody } from '#text/write-body.ts';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { card, saved } from '../support/text-page.ts';
import { Visitor } from '../support/visitor.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

const names = /Brandt|Seidel|Öztürk/;
const care = 'Wir fördern die Pflege. Wir stärken das Ehrenamt.';
const rule =
	'Weiter geht, was am wenigsten Einwände und dann die meiste Zustimmung hat. Bei Gleichstand entscheidet die Leitung';

interface Draft {
	address: string;
	textId: string;
	processId: string;
	moderation: Visitor;
	council: Visitor;
	steering: Visitor;
	ids: { cdu: string; spd: string; third: string };
	/** Says for several people at once how each stands towards a suggestion. */
	stand(suggestionId: string, ...who: [visitor: Visitor, stance: string, objection?: string][]): Promise<void>;
}

/** A text in which two Fraktionen, and somebody else, want one sentence about care otherwise; that paragraph is in discussion. */
async function draft(title: string): Promise<Draft> {
	const [moderation, council, steering] = await Promise.all(
		['moderation', 'rat', 'steuerung'].map((who) => new Visitor(server.url).signIn(`${who}@demo.local`))
	);
	const processId = /\/p\/([0-9a-f-]{36})/.exec(await (await moderation!.get('/p')).text())?.[1] ?? '';
	const { textId = '' } = await moderation!.done('create-text', { processId, kind: 'guiding-principles', title });
	const { doc, provider } = moderation!.open(`text:${textId}`);
	await new Promise<void>((go) => provider.once('sync', () => go()));
	const body = doc.getXmlFragment('body');
	body.delete(0, body.length);
	const words = ['Wir halten zusammen.', care, 'Wir bauen Radwege.'];
	writeBody(doc, { type: 'doc', content: words.map((each) => paragraph(each)) }, () => crypto.randomUUID());
	const before = readBody(doc).content![1]!;
	const suggest = async (visitor: Visitor, young: string, groupName?: string) => {
		const after = { ...before, content: [{ type: 'text', text: care.replace('die Pflege', young) }] };
		const rewordings = [{ before: [before], after: [after] }];
		const { suggestionIds } = await visitor.done<{ suggestionIds: string[] }>('suggest-wording', {
			...{ textId, rewordings, reason: '' },
			...(groupName !== undefined && { groupName })
		});
		return suggestionIds[0]!;
	};
	const cdu = await suggest(council!, 'gute Pflege', 'CDU-Fraktion');
	const spd = await suggest(steering!, 'bezahlbare Pflege', 'SPD-Fraktion');
	const third = await suggest(moderation!, 'jede Pflege');
	await moderation!.done('discuss-paragraph', { textId, paragraphId: String(before.attrs?.id) });
	provider.destroy();
	return {
		...{ address: `/t/${textId}`, textId, processId, ids: { cdu, spd, third } },
		...{ moderation: moderation!, council: council!, steering: steering! },
		async stand(suggestionId, ...who) {
			for (const [visitor, stance, objection = ''] of who)
				await visitor.done('take-stance', { textId, suggestionId, stance, objection });
		}
	};
}

/** The same with one voice for each Fraktion and an objection to the third suggestion. */
async function tied(title: string): Promise<Draft> {
	const begun = await draft(title);
	const { ids, council, steering } = begun;
	await begun.stand(ids.cdu, [council, 'agree']);
	await begun.stand(ids.spd, [steering, 'agree']);
	await begun.stand(ids.third, [council, 'object', 'Zu weit.']);
	return begun;
}

const panel = (page: Page) => page.getByRole('region', { name: 'Vorschläge', exact: true });
const said = (page: Page) => panel(page).locator('[data-passage]');

async function open(browser: Browser, as: string, address: string): Promise<Page> {
	const page = await signIn(browser, server.url, as);
	await page.goto(address);
	return page;
}

test('two Fraktionen tie: all see the rule and the tie, and a run-off breaks it beside the first round', async ({
	browser
}) => {
	const begun = await draft('Leitsätze');
	const { address, ids, council, steering, moderation, stand } = begun;
	const lead = await open(browser, 'Als Moderation', address);
	await expect(said(lead)).toContainText('3 Vorschläge für dieselbe Stelle');
	await expect(panel(lead)).toContainText(rule);
	await expect(said(lead)).toContainText('Noch kein Ergebnis');
	await expect(said(lead).getByRole('button')).toHaveCount(0);
	const phone = await signIn(browser, server.url, 'Als Kreistagsmitglied');
	await phone.setViewportSize({ width: 320, height: 700 });
	await phone.goto(address);
	const wall = await open(browser, 'Als Steuerung', `${address}/projector`);

	// The member says on her phone how she stands; the others do, too.
	const bar = phone.getByRole('region', { name: 'In Beratung: Zeile 2' });
	const first = bar.getByRole('listitem').filter({ hasText: 'CDU-Fraktion' });
	await first.getByRole('button', { name: /^Zustimmung/ }).click();
	await expect(card(lead, 'CDU-Fraktion').getByRole('button', { name: 'Zustimmung: 1' })).toBeVisible();
	await expect(said(lead)).toContainText('Noch kein Ergebnis');
	await stand(ids.third, [council, 'object', 'Zu weit.']);
	await expect(said(lead)).toContainText('Vorn: Herr Brandt (Kreistag) für CDU-Fraktion');
	await stand(ids.spd, [steering, 'agree']);

	const tie = 'Gleichstand: 1 zu 1';
	await expect(said(lead).getByText(tie)).toBeVisible();
	await expect(lead.locator('.ProseMirror .wr-tied')).toHaveAttribute('data-suggestions', `3 Vorschläge · ${tie}`);
	await expect(bar.getByText(tie)).toBeVisible();
	await expect(bar.getByText(rule)).toBeVisible();
	await expect(phone.locator('.tie')).toHaveText(tie);
	await expect(bar.getByRole('button', { name: 'Stichrunde' })).toHaveCount(0);
	await expect(wall.getByText(tie)).toBeVisible();
	await expect(wall.getByText(rule)).toBeVisible();
	await expect(wall.locator('body')).not.toContainText(names);
	await expect(wall.getByRole('button')).toHaveCount(0);
	await expectAccessible(wall, 'a tie on the wall');
	await expectAccessible(lead, 'a tie for who leads');
	await phone.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
	await expectAccessible(phone, 'a tie on a phone');
	await expectNoSidewaysScrolling(phone);

	// Two leads call the run-off at the same moment: it is called once, and one of them is told.
	const second = await open(browser, 'Als Steuerung', address);
	await saved(second);
	const leads = [lead, second];
	const release = await together(leads, '/commands/call-run-off');
	for (const page of leads) await said(page).getByRole('button', { name: 'Stichrunde', exact: true }).click();
	await release();
	for (const page of leads) await expect(said(page)).toContainText('Stichrunde (Runde 2): Noch kein Ergebnis');
	const told = leads.map((page) => page.getByRole('alert').filter({ hasText: 'Hier steht es nicht mehr gleich' }));
	await expect(async () => {
		const counts = await Promise.all(told.map((alert) => alert.count()));
		expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
	}).toPass();
	for (const page of leads) await expect(said(page)).toBeFocused();
	await expect(said(lead)).toContainText('Zwei Vorschläge für dieselbe Stelle');
	await expect(card(lead, 'jede').getByText('zurückgestellt')).toBeVisible();

	// The first round stays on all screens; the phone says anew how it stands.
	for (const place of [
		card(lead, 'CDU-Fraktion'),
		first,
		wall.getByRole('article').filter({ hasText: 'CDU-Fraktion' })
	])
		await expect(place.getByText('Runde 1: 1 / 0 / 0')).toBeVisible();
	await expect(card(lead, 'CDU-Fraktion').getByRole('button', { name: 'Zustimmung: 0' })).toBeVisible();
	await first.getByRole('button', { name: /^Zustimmung/ }).click();
	await stand(ids.spd, [moderation, 'bearable']);
	await expect(said(lead)).toContainText('Stichrunde (Runde 2): Vorn: Herr Brandt (Kreistag) für CDU-Fraktion');
	await expect(wall.getByText('Stichrunde (Runde 2): Vorn: Vorschlag 1')).toBeVisible();
	await expect(bar.getByText('Stichrunde (Runde 2): Vorn: Vorschlag 1')).toBeVisible();
	await expectAccessible(wall, 'a run-off on the wall');
	await expectAccessible(lead, 'a run-off for who leads');
	await expectNoSidewaysScrolling(phone);

	// The lead can take it back, by the keyboard: the first round holds again.
	await said(lead).getByRole('button', { name: 'Stichrunde zurücknehmen' }).press('Enter');
	const asked = lead.getByRole('dialog', { name: 'Stichrunde zurücknehmen?' });
	await expectAccessible(lead, 'taking a run-off back');
	await asked.getByRole('button', { name: 'Stichrunde zurücknehmen' }).press('Enter');
	await expect(said(lead).getByText(tie)).toBeVisible();
	await expect(said(lead)).toBeFocused();
	await expect(card(lead, 'jede').getByText('zurückgestellt')).toHaveCount(0);
	await expect(wall.getByText('Runde 1: 1 / 0 / 0')).toHaveCount(0);
});

test('a tie that goes into the paper as variant A and B is chosen between by the body: B is resolved, A is settled', async ({
	browser
}) => {
	const { address } = await tied('Leitsätze zur Pflege');
	const lead = await open(browser, 'Als Moderation', address);
	const wall = await open(browser, 'Als Steuerung', `${address}/projector`);
	const keep = said(lead).getByRole('button', { name: 'Beide als Variante A und B in die Vorlage' });
	await keep.press('Enter');
	const kept = said(lead).filter({ hasText: 'Beide gehen als Variante A und B in die Vorlage. Das Gremium wählt.' });
	await expect(kept).toBeFocused();
	await kept.getByRole('button', { name: 'Varianten zurücknehmen' }).press('Enter');
	await expect(keep).toBeVisible();
	await keep.click();
	await expect(card(lead, 'CDU-Fraktion').getByText('Variante A', { exact: true })).toBeVisible();
	const other = card(lead, 'SPD-Fraktion');
	await expect(other.getByText('Variante B', { exact: true })).toBeVisible();
	await expect(other.getByRole('button', { name: /^(Zustimmung|Übernehmen|Zurückziehen)/ })).toHaveCount(0);
	await expect(wall.getByRole('article').filter({ hasText: 'SPD-Fraktion' })).toContainText('Variante B');
	await expectAccessible(lead, 'variants for who leads');

	// They are not lost when the round ends.
	await lead.getByRole('button', { name: 'Runde abschließen' }).click();
	const asked = lead.getByRole('dialog', { name: 'Runde abschließen?' });
	await expect(asked).toContainText('Als Varianten werden mitgenommen: 2.');
	await asked.getByRole('button', { name: 'Runde abschließen' }).click();
	await expect(lead.getByText(/Fassung 1: .*mitgenommen, 2 als Varianten/)).toBeVisible();
	await lead.goto(`${address}/versions/1`);
	await expectVariants(lead, 2);
	await expectAccessible(lead, 'a version with variants');
	await lead.setViewportSize({ width: 320, height: 700 });
	await expectNoSidewaysScrolling(lead);
	await lead.emulateMedia({ media: 'print' });
	await expectVariants(lead, 2);
	await lead.emulateMedia({ media: 'screen' });

	// The Geschäftsstelle makes the Beschlussvorlage of it.
	const steering = await open(browser, 'Als Steuerung', `${address}/versions/1`);
	await steering.getByRole('link', { name: 'Beschlussvorlage erzeugen' }).click();
	await steering.getByRole('button', { name: 'Vorlage anlegen' }).click();
	await steering.waitForURL(/\/papers\/[0-9a-f-]{36}/);
	await expectVariants(steering, 3);
	await expectAccessible(steering, 'a draft of a paper with variants');
	await steering.getByRole('link', { name: 'Kreistag', exact: true }).click();
	await steering.getByLabel('Sitzungstag').fill('2026-12-16');
	await steering.getByRole('radio', { name: 'öffentlich', exact: true }).check();
	await steering.getByRole('radio', { name: 'Entscheidung' }).check();
	await steering.getByRole('button', { name: 'Station anfügen' }).click();
	await expect(steering.getByRole('button', { name: 'Station Kreistag entfernen' })).toBeVisible();
	await steering.getByRole('button', { name: 'Freigeben' }).click();
	await expect(steering.getByText('Freigegeben').first()).toBeVisible();
	await expectVariants(steering, 3);
	await steering.setViewportSize({ width: 390, height: 844 });
	await expectNoSidewaysScrolling(steering);
	await steering.setViewportSize({ width: 1440, height: 900 });
	const paper = steering.url();

	// The Kreistag chooses B.
	await steering.getByRole('link', { name: 'Zwischen den Varianten entscheiden' }).click();
	await steering.waitForURL(/\/amendments$/);
	const motions = new URL(steering.url()).pathname;
	await wall.goto(`${motions}?view=projector`);
	await expect(wall.getByText('Jetzt: Variante A · CDU-Fraktion, Zeile 3')).toBeVisible();
	await expect(wall.getByRole('heading', { name: 'Variante B · SPD-Fraktion' })).toBeVisible();
	await expectAccessible(wall, 'variants before the body');
	const variant = (letter: string) => steering.getByRole('article', { name: `Variante ${letter}` });
	await expect(variant('A')).toContainText('Widerspricht Variante B');
	await variant('B').getByText('Entscheidung festhalten').click();
	await variant('B').getByRole('radio', { name: 'angenommen', exact: true }).check();
	await variant('B').getByLabel('Ja', { exact: true }).fill('31');
	await variant('B').getByLabel('Nein', { exact: true }).fill('11');
	await variant('B').getByRole('button', { name: 'Festhalten', exact: true }).click();
	await expect(steering.getByText('Die Entscheidung über Variante B ist festgehalten.')).toBeVisible();
	await expect(variant('A').locator('header').getByText('erledigt', { exact: true })).toBeVisible();
	await expectAccessible(steering, 'a choice between variants');
	await steering.getByRole('button', { name: 'Beschlussfassung festhalten' }).click();
	await expect(steering.getByText('Die Beschlussfassung ist festgehalten als Fassung 2.')).toBeVisible();
	await expect(wall.getByText('Beschlossen: Fassung 2')).toBeVisible();

	await steering.goto(paper);
	await steering.getByText('Ergebnis erfassen', { exact: true }).click();
	await steering.getByRole('radio', { name: 'Geändert' }).check();
	await steering.getByRole('button', { name: 'Ergebnis festhalten' }).click();
	await expect(steering.getByText('Wir fördern bezahlbare Pflege.')).toBeVisible();
	await expect(steering.getByText('gute Pflege')).toHaveCount(0);
});

/** What the pages ask of an address waits until all of them have asked; the answer waits for that and lets them go on. */
async function together(pages: readonly Page[], address: string): Promise<() => Promise<void>> {
	const asked: Route[] = [];
	for (const page of pages) await page.route(`**${address}`, (route) => void asked.push(route), { times: 1 });
	return async () => {
		await expect.poll(() => asked.length).toBe(pages.length);
		await Promise.all(asked.map((route) => route.continue()));
	};
}

/** Both variants stand on the page, with their lines and what they change. */
async function expectVariants(page: Page, line: number): Promise<void> {
	const variants = page.getByRole('region', { name: 'Varianten' });
	for (const [letter, group, words] of [
		['A', 'CDU-Fraktion', 'gute'],
		['B', 'SPD-Fraktion', 'bezahlbare']
	]) {
		const one = variants.getByRole('listitem').filter({ hasText: `Variante ${letter} · ${group}` });
		await expect(one).toContainText(`Zeile ${line}`);
		await expect(one.locator('del')).toContainText('die');
		await expect(one.locator('ins')).toContainText(words!);
	}
}
