import { expect, type Page } from '@playwright/test';
import * as Y from 'yjs';
import { limits } from '#protocol/limits.ts';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

/** The card where it was collected; what came after a state lies in the bin once that state is brought back. */
const cards = (page: Page) =>
	page
		.getByRole('region', { name: /^Sammeln/ })
		.getByRole('listitem')
		.filter({ hasText: 'Radweg' });

test('a board shows how it was before a step, and comes back to it for everybody', async ({ browser }) => {
	const { lead, session } = await openWorkshop(server.url);
	const guest = await new Visitor(server.url).join(session.joinPath, 'Gast Ada');
	await lead.done('move-step', { sessionId: session.sessionId, to: 'next' });
	await lead.done('move-step', { sessionId: session.sessionId, to: 'next' });
	await guest.done('submit-card', { sessionId: session.sessionId, text: 'Radweg' });
	await lead.done('reveal-cards', { sessionId: session.sessionId });
	await lead.done('move-step', { sessionId: session.sessionId, to: 'next' });

	const [facilitator, council] = [
		await signIn(browser, server.url, 'Als Moderation'),
		await signIn(browser, server.url, 'Als Kreistagsmitglied')
	];
	for (const page of [facilitator, council]) {
		await page.goto(`${server.url}/b/${session.boardId}?view=list`);
		await expect(cards(page)).toHaveCount(1);
	}
	await facilitator.getByRole('link', { name: 'Verlauf' }).click();
	await expect(facilitator.getByRole('listitem').filter({ hasText: 'vor dem Aufdecken' })).toHaveCount(1);
	await expectAccessible(facilitator, 'the history of a board');
	await facilitator.getByRole('link', { name: /vor dem Aufdecken/ }).click();
	await expect(facilitator.getByText('Nur zum Ansehen.')).toBeVisible();
	await expect(cards(facilitator)).toHaveCount(0);
	await expectAccessible(facilitator, 'a board as it was');
	await facilitator.setViewportSize({ width: 390, height: 844 });
	await expectNoSidewaysScrolling(facilitator);

	await council.goto(facilitator.url());
	await expect(council.getByText('Nur zum Ansehen.')).toBeVisible();
	await expect(council.getByRole('button', { name: 'Diesen Stand wiederherstellen' })).toHaveCount(0);
	await council.getByRole('link', { name: 'Zurück zum heutigen Stand' }).click();
	await expect(council.getByText('Nur zum Ansehen.')).toHaveCount(0);
	await council.getByRole('link', { name: 'Liste' }).click();
	await expect(cards(council)).toHaveCount(1);

	await facilitator.getByRole('button', { name: 'Diesen Stand wiederherstellen' }).click();
	await expect(facilitator.getByText('Der frühere Stand ist wiederhergestellt.')).toBeVisible();
	await expect(cards(council)).toHaveCount(0);
	await expect(facilitator.getByText('Gespeichert', { exact: true })).toBeVisible();
	await facilitator.setViewportSize({ width: 320, height: 844 });
	await expectNoSidewaysScrolling(facilitator);

	await facilitator.getByRole('link', { name: 'Verlauf' }).click();
	await facilitator.getByRole('link', { name: /vor der Rückkehr/ }).click();
	await facilitator.getByRole('button', { name: 'Diesen Stand wiederherstellen' }).click();
	await expect(cards(council)).toHaveCount(1);
});

test('without scripts a state of a text is marked, looked at and brought back', async ({ browser }) => {
	const { lead, session } = await openWorkshop(server.url);
	const { textId } = await lead.done('create-text', {
		processId: session.processId,
		title: 'Vision 2035',
		kind: 'vision'
	});
	const context = await browser.newContext({ javaScriptEnabled: false, locale: 'de-DE' });
	await context.addCookies([
		{ name: 'wr_session', value: lead.cookie.split('wr_session=')[1]!.split(';')[0]!, url: server.url }
	]);
	const page = await context.newPage();
	await page.goto(`${server.url}/t/${textId}`);
	await page.getByRole('link', { name: 'Verlauf' }).click();
	await page.getByLabel('Jetzigen Stand festhalten als').fill('Erster Entwurf');
	await page.getByRole('button', { name: 'Stand festhalten' }).click();
	await expect(page.getByText('Der Stand ist festgehalten.')).toBeVisible();

	const { doc, provider } = lead.open(`text:${textId}`);
	await expect.poll(() => provider.synced).toBe(true);
	doc.getXmlFragment('body').delete(0, 1);
	await expect(async () => {
		await page.goto(`${server.url}/t/${textId}`);
		await expect(page.getByRole('region', { name: 'Text' }).getByText('Vision 2035')).toHaveCount(0, { timeout: 500 });
	}).toPass();
	await page.getByRole('link', { name: 'Verlauf' }).click();
	await page.getByRole('link', { name: /Erster Entwurf/ }).click();
	await expect(page.getByRole('article').getByRole('heading', { name: 'Vision 2035' })).toBeVisible();
	await page.getByRole('button', { name: 'Diesen Stand wiederherstellen' }).click();
	await expect(page.getByText('Der frühere Stand ist wiederhergestellt.')).toBeVisible();
	await expect.poll(() => doc.getXmlFragment('body').toString()).toContain('Vision 2035');
	provider.destroy();
	await context.close();
});

test('the built program folds a large document in a thread of its own, while people go on writing', async () => {
	const talking = await startServer({ env: { DEMO: 'on', LOG_LEVEL: 'info' } });
	const { lead, session } = await openWorkshop(talking.url);
	const { textId } = await lead.done('create-text', { processId: session.processId, title: 'Lang', kind: 'note' });
	const [writer, reader] = [lead.open(`text:${textId}`), lead.open(`text:${textId}`)];
	await expect.poll(() => writer.provider.synced && reader.provider.synced).toBe(true);
	const body = writer.doc.getXmlFragment('body');
	for (let row = 0; row < limits.rowsBeforeSnapshot + 60; row++) {
		writer.doc.transact(() => {
			const paragraph = new Y.XmlElement('paragraph');
			body.insert(0, [paragraph]);
			paragraph.insert(0, [new Y.XmlText('Radweg '.repeat(300))]);
		});
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	await expect.poll(() => talking.output(), { timeout: 30_000 }).toContain('A log was folded');
	expect(talking.output()).not.toContain('could not be compacted');
	await expect.poll(() => reader.doc.getXmlFragment('body').length, { timeout: 30_000 }).toBe(body.length);
	for (const { provider } of [writer, reader]) provider.destroy();
	await talking.restart();
	const again = lead.open(`text:${textId}`);
	await expect.poll(() => again.provider.synced).toBe(true);
	expect(again.doc.getXmlFragment('body').toString() === body.toString()).toBe(true);
	again.provider.destroy();
	await talking.stop();
});
