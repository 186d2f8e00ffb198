import { expect, type Page } from '@playwright/test';
import type { LeadState } from '#protocol/session-state.ts';
import { expectAccessible } from '../support/axe.ts';
import { listenTo, namesIn } from '../support/heard.ts';
import { test } from '../support/journey.ts';
import { expectPlaceKept, press, walkTo } from '../support/keyboard.ts';
import { joinByPhone, openLead, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

/** A workshop at the vote, with a topic of one card for each of these names on its board. */
async function atTheVote(topics: readonly string[]) {
	const { session, lead } = await openWorkshop(server.url);
	const { sessionId, joinPath, boardId } = session;
	const watched = await lead.watch(sessionId, 'lead');
	const { steps } = watched.latest() as LeadState;
	watched.leave();
	const go = (wanted: string) =>
		lead.done('move-step', { sessionId, to: steps.find(({ kind }) => kind === wanted)!.id });
	await lead.done('move-step', { sessionId, to: 'next' });
	await go('collect');
	const cards: string[] = [];
	for (const text of topics) cards.push((await lead.done('submit-card', { sessionId, text })).elementId!);
	await lead.done('reveal-cards', { sessionId });
	await go('cluster');
	for (const [at, title] of topics.entries())
		await lead.done('group-cards', { sessionId, title, elementIds: [cards[at]] });
	await go('weigh');
	return { sessionId, joinPath, boardId };
}

/** What was told last, as soon as it is this. */
async function expectTold(told: () => Promise<string[]>, words: string): Promise<void> {
	const heard: string[] = [];
	await expect.poll(async () => (heard.push(...(await told())), heard)).toContain(words);
}

const option = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

test('a vote on the topics of a board is opened, held on a phone and closed without a mouse, and its result stands in words on the board', async ({
	browser
}) => {
	const { sessionId, joinPath, boardId } = await atTheVote(['Radwege', 'Busse', 'Fähren']);
	const phone = await joinByPhone(browser, server.url, joinPath, 'Ada', 'Politik');
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await openLead(lead, sessionId);

	await walkTo(lead, lead.getByLabel('Frage'));
	await lead.keyboard.press('Control+a');
	await lead.keyboard.type('Was zuerst?');
	await press(lead, lead.getByRole('checkbox', { name: 'Fähren' }), 'Space');
	await press(lead, lead.getByRole('button', { name: 'Abstimmung öffnen' }));
	await expect(lead.getByRole('button', { name: 'Abstimmung schließen' })).toBeVisible();
	await expectPlaceKept(lead, 'the opening');
	const leadTold = await listenTo(lead);

	// The phone says what is asked, what each button does and how much lies where.
	await expect(phone.getByRole('heading', { name: 'Was zuerst?' })).toBeVisible();
	await expect(option(phone, 'Radwege')).toMatchAriaSnapshot(`
    - group "Radwege":
      - paragraph: Radwege
      - button "Ein Punkt weniger für Radwege" [disabled]
      - status: 0 Punkte
      - button "Ein Punkt mehr für Radwege"
  `);
	expect(await namesIn(phone, 'button')).toEqual(
		expect.arrayContaining(['Ein Punkt mehr für Busse', 'Ein Punkt weniger für Busse', 'Stimme abgeben'])
	);
	const told = await listenTo(phone);
	const more = (name: string) => phone.getByRole('button', { name: `Ein Punkt mehr für ${name}` });
	await press(phone, more('Radwege'));
	await expectTold(told, 'Noch 1 Punkt zu vergeben');
	await press(phone, more('Busse'), 'Space');
	await expectTold(told, 'Alle Punkte sind vergeben');
	await expect(more('Busse')).toBeFocused();
	await walkTo(phone, phone.getByRole('button', { name: 'Ein Punkt weniger für Busse' }), 'Shift+Tab');
	await phone.keyboard.press('Enter');
	await expectTold(told, 'Noch 1 Punkt zu vergeben');
	await expect(option(phone, 'Busse').getByRole('status')).toContainText('0 Punkte');
	await expectAccessible(phone, 'a ballot of dots filled in by keys');
	await press(phone, phone.getByRole('button', { name: 'Stimme abgeben' }));
	await expectTold(told, 'Ihre Stimme ist gezählt. Sie können sie bis zum Schluss ändern.');
	await expectPlaceKept(phone, 'voting');
	await expectTold(leadTold, '1 von 1 hat abgestimmt');

	await press(lead, lead.getByRole('button', { name: 'Abstimmung schließen' }));
	await expect(lead.getByRole('button', { name: 'Abstimmung schließen' })).toHaveCount(0);
	await expectPlaceKept(lead, 'the close');
	await expect(phone.getByRole('listitem').filter({ hasText: 'Radwege' }).first()).toContainText('1 Punkt');

	// On the board everybody reads and hears how it ended.
	await lead.goto(`/b/${boardId}?view=list`);
	await expect(lead.getByText('Gespeichert', { exact: true })).toBeVisible();
	const topic = lead.getByRole('region', { name: /^Radwege/ });
	await expect(topic).toContainText('abgestimmt: Platz 1 von 2');
	await expect(lead.getByRole('region', { name: /^Busse/ })).toContainText('abgestimmt: Platz 2 von 2');
	await expect(lead.getByRole('region', { name: /^Fähren/ })).not.toContainText('abgestimmt');
	await press(lead, topic.getByRole('button', { name: 'abgestimmt: Platz 1 von 2: Radwege' }));
	await expect(lead.getByRole('dialog')).toContainText('Ergebnis: Platz 1 von 2.');
	await lead.keyboard.press('Escape');
	await lead.keyboard.press('l');
	await expect(lead.getByRole('application')).toBeVisible();
	expect(await namesIn(lead, 'group')).toEqual(
		expect.arrayContaining([expect.stringMatching(/^Bereich: Radwege, .*abgestimmt: Platz 1 von 2$/)])
	);
	await expectAccessible(lead, 'a canvas with the result of a vote');
});
