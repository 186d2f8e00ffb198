import { expect, type Page } from '@playwright/test';
import type { LeadState } from '#protocol/session-state.ts';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { joinByPhone, openLead, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import type { Visitor } from '../support/visitor.ts';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

const proposals = ['Buslinie bis 22 Uhr', 'Radweg nach Schöningen', 'Carsharing am Bahnhof'];

/** A workshop at the step in which people decide, with a topic for each of these names and a card in it. */
async function atTheVote(topics: readonly string[] = []) {
	const { session, lead } = await openWorkshop(server.url);
	const { sessionId, joinPath, boardId } = session;
	const watched = await lead.watch(sessionId, 'lead');
	const { steps } = watched.latest() as LeadState;
	const go = (wanted: string) =>
		lead.done('move-step', { sessionId, to: steps.find(({ kind }) => kind === wanted)!.id });
	watched.leave();
	await lead.done('move-step', { sessionId, to: 'next' });
	const elementIds: string[] = [];
	if (topics.length > 0) {
		await go('collect');
		for (const text of topics)
			elementIds.push((await lead.done<{ elementId: string }>('submit-card', { sessionId, text })).elementId);
		await lead.done('reveal-cards', { sessionId });
		await go('cluster');
	}
	const clusterIds: string[] = [];
	for (const [at, title] of topics.entries()) {
		const asked = { sessionId, title, elementIds: [elementIds[at]] };
		clusterIds.push((await lead.done<{ clusterId: string }>('group-cards', asked)).clusterId);
	}
	await go('weigh');
	return { host: lead, sessionId, joinPath, boardId, clusterIds };
}

const openRound = (host: Visitor, sessionId: string, rules: object) =>
	host.done<{ roundId: string }>('open-round', { sessionId, question: 'Was hilft am meisten?', proposals, ...rules });

/** The phone shows a ballot that everybody can use, also on the smallest screen. */
async function expectGoodBallot(phone: Page, what: string) {
	await expectAccessible(phone, what);
	await phone.setViewportSize({ width: 320, height: 700 });
	await expectNoSidewaysScrolling(phone);
	await phone.setViewportSize({ width: 390, height: 844 });
}

const send = async (phone: Page) => {
	await phone.getByRole('button', { name: 'Stimme abgeben' }).click();
	await expect(phone.getByText('Ihre Stimme ist gezählt.')).toBeVisible();
};

test('every way to decide has a ballot for everybody, and in open votes each answer stands in words beside its name', async ({
	browser
}) => {
	const { host, sessionId, joinPath } = await atTheVote();
	const phone = await joinByPhone(browser, server.url, joinPath, 'Ada Lindner', 'Politik');
	const fill: Record<string, (phone: Page) => Promise<void>> = {
		dots: (page) => page.getByRole('button', { name: 'Ein Punkt mehr für Radweg' }).click(),
		points: async (page) => {
			for (let taps = 0; taps < 3; taps++) await page.getByRole('button', { name: 'mehr für Radweg' }).click();
			await expect(page.getByText('Noch 85 Punkte zu vergeben')).toBeVisible();
		},
		ranking: async (page) => {
			for (const name of ['Radweg', 'Buslinie']) await page.getByRole('button', { name }).click();
			await expect(page.getByText('Noch 1 ohne Platz')).toBeVisible();
		},
		resistance: async (page) => {
			const of = (name: string | RegExp) => page.getByRole('group', { name });
			await of(/^Radweg/)
				.getByRole('radio', { name: '0', exact: true })
				.check();
			await of(/^Buslinie/)
				.getByRole('radio', { name: '7' })
				.check();
			await expect(page.getByText('Noch 2 ohne Antwort')).toBeVisible();
			await of(/^Carsharing/)
				.getByRole('radio', { name: '10' })
				.check();
			await of(/nichts ändern/)
				.getByRole('radio', { name: '5' })
				.press('Space');
		},
		weighted: async (page) => {
			await page
				.getByRole('group', { name: /^Radweg/ })
				.getByLabel('Wirkung')
				.selectOption('9');
			await expect(page.getByText('Noch 8 Felder ohne Angabe')).toBeVisible();
		},
		pairwise: async (page) => {
			for (const pair of await page.getByRole('group', { name: 'Was ist wichtiger?' }).all())
				await pair.getByRole('radio').first().check();
			await expect(page.getByText('Alles beantwortet')).toBeVisible();
		}
	};
	for (const [method, answer] of Object.entries(fill)) {
		const { roundId } = await openRound(host, sessionId, { method, secrecy: 'open' });
		await expect(phone.getByRole('button', { name: 'Stimme abgeben' })).toBeVisible();
		await expect(phone.getByText('steht nach dem Schluss mit Namen bei den Ergebnissen')).toBeVisible();
		await answer(phone);
		await expectGoodBallot(phone, `the ballot of ${method}`);
		await send(phone);
		await phone.reload();
		await expect(phone.getByRole('button', { name: 'Stimme ändern' })).toBeVisible();
		await host.done('close-round', { roundId });
		await expect(phone.getByText('1 von 1 hat abgestimmt').first()).toBeVisible();
		await expect(phone.getByRole('listitem').filter({ hasText: 'Radweg' }).first()).toBeVisible();
	}
	await phone.goto(`/s/${sessionId}/results`);
	await phone.getByText('Wer wie gestimmt hat').first().click();
	await expect(phone.getByRole('row', { name: 'Ada Lindner' })).toContainText('Radweg nach Schöningen: 1 Punkt');
	await expectGoodBallot(phone, 'results with names');
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await openLead(lead, sessionId);
	await lead.getByRole('link', { name: 'Wer wie gestimmt hat' }).click();
	await lead.getByText('Wer wie gestimmt hat').last().click();
	await expect(lead.getByRole('row', { name: 'Ada Lindner' })).toContainText('vor');
	await lead.goto(`/s/${sessionId}/minutes`);
	const votes = lead.getByRole('table', { name: 'Stimmen mit Namen' });
	for (const [at, said] of [
		'Radweg nach Schöningen: 1 Punkt',
		'Radweg nach Schöningen: 15 Punkte',
		'1. Radweg nach Schöningen2. Buslinie bis 22 Uhr',
		'Carsharing am Bahnhof: Widerstand 10',
		'Radweg nach Schöningen: Wirkung 9',
		'vor'
	].entries())
		await expect(votes.nth(at).getByRole('row', { name: 'Ada Lindner' })).toContainText(said);
	await expectGoodBallot(lead, 'minutes with names');
});

test('an objection needs a reason, becomes a new wording, and the next round is about that one', async ({
	browser
}) => {
	const { sessionId, joinPath } = await atTheVote();
	const [ada, ben] = [
		await joinByPhone(browser, server.url, joinPath, 'Ada', 'Politik'),
		await joinByPhone(browser, server.url, joinPath, 'Ben', 'Verwaltung')
	];
	const lead = await signIn(browser, server.url, 'Als Moderation');
	await openLead(lead, sessionId);
	await lead.getByLabel('Frage').fill('Bis wann liefern wir?');
	await lead.getByLabel('Wie wird abgestimmt?').selectOption({ label: 'Konsent: Gibt es Einwände?' });
	await lead.getByLabel('Wortlaut des Vorschlags').fill('Wir liefern bis März.');
	await expectAccessible(lead, 'lead who prepares a consent round');
	await lead.getByRole('button', { name: 'Abstimmung öffnen' }).click();
	await expect(lead.getByText('0 von 2 haben abgestimmt').first()).toBeVisible();

	await ada.getByRole('radio', { name: 'Ja, ohne Einwand' }).check();
	await send(ada);
	await ada.getByText('Ein Argument beitragen').click();
	await ada.getByLabel('Ihr Argument').fill('Dann ist die Messe vorbei.');
	await expectGoodBallot(ada, 'a phone that adds an argument');
	await ada.getByRole('button', { name: 'Argument absenden' }).click();
	await expect(ada.getByText('Ihr Argument ist angekommen.')).toBeVisible();
	await expect(ada.getByLabel('Ihr Argument')).toHaveValue('');
	await ben.getByRole('radio', { name: 'Nein, ich habe einen Einwand' }).check();
	await expect(ben.getByText('Bitte nennen Sie den Grund für Ihren Einwand.')).toBeVisible();
	await ben.getByLabel('Ihr Einwand').fill('März ist zu früh.');
	await expectGoodBallot(ben, 'the ballot of consent');
	await send(ben);
	await lead.getByRole('button', { name: 'Abstimmung schließen' }).click();
	await expect(lead.getByText('Noch nicht angenommen: Es gibt Einwände').first()).toBeVisible();
	await expect(ada.getByText('März ist zu früh.')).toBeVisible();
	await expect(ben.getByText('Dann ist die Messe vorbei.')).toBeVisible();
	await expectAccessible(lead, 'lead with the result of a consent round');

	await lead.getByText('Noch einmal abstimmen').click();
	const wording = lead.getByLabel('Wortlaut des Vorschlags').first();
	await expect(wording).toHaveValue('Wir liefern bis März.');
	await wording.fill('Wir liefern bis Mai.');
	await lead.getByRole('button', { name: 'Abstimmung öffnen' }).first().click();
	for (const phone of [ada, ben]) {
		await expect(phone.getByText('Wir liefern bis Mai.')).toBeVisible();
		await phone.getByRole('radio', { name: 'Ja, ohne Einwand' }).check();
		await send(phone);
	}
	await lead.getByRole('button', { name: 'Abstimmung schließen' }).click();
	await expect(lead.getByText('Angenommen: kein Einwand').first()).toBeVisible();
	await ben.getByText('Vorher, Runde 1').click();
	await expect(ben.getByText('März ist zu früh.')).toBeVisible();
	await expectAccessible(ben, 'a phone with an earlier round');
	await lead.goto(`/s/${sessionId}/minutes`);
	await expect(lead.getByText('Runde 2')).toBeVisible();
	await expect(lead.getByText('Dann ist die Messe vorbei.')).toBeVisible();
});

test('a secret vote is changed on the device that cast it and nowhere else', async ({ browser }) => {
	const { host, sessionId, joinPath } = await atTheVote();
	const ada = await joinByPhone(browser, server.url, joinPath, 'Ada', 'Politik');
	const { roundId } = await openRound(host, sessionId, {
		method: 'majority',
		proposals: ['Der Ausschuss tagt digital.'],
		secrecy: 'secret'
	});
	await ada.getByRole('radio', { name: 'Ja', exact: true }).check();
	await send(ada);
	await ada.reload();
	await expect(ada.getByRole('radio', { name: 'Ja', exact: true })).toBeChecked();
	await ada.getByRole('radio', { name: 'Nein', exact: true }).check();
	await ada.getByRole('button', { name: 'Stimme ändern' }).click();
	await expect(ada.getByText('Ihre Stimme ist gezählt.')).toBeVisible();

	const elsewhere = await browser.newContext({
		baseURL: server.url,
		viewport: { width: 390, height: 844 },
		storageState: { cookies: await ada.context().cookies(), origins: [] }
	});
	const second = await elsewhere.newPage();
	await second.goto(ada.url());
	await expect(second.getByText('ändern können Sie Ihre Stimme nur dort')).toBeVisible();
	await expectAccessible(second, 'a second device in a secret vote');
	await elsewhere.close();
	await host.done('close-round', { roundId });
	await expect(ada.getByText('0 Ja · 1 Nein · 0 Enthaltungen')).toBeVisible();
	await expect.poll(() => ada.evaluate(() => JSON.stringify(localStorage))).not.toContain(roundId);
});

test('hands are counted in the room, whoever is biased says so, and a wrong question is given up with a reason', async ({
	browser
}) => {
	const { host, sessionId, joinPath } = await atTheVote();
	const [ada, ben] = [
		await joinByPhone(browser, server.url, joinPath, 'Ada', 'Politik'),
		await joinByPhone(browser, server.url, joinPath, 'Ben', 'Politik')
	];
	const lead = await signIn(browser, server.url, 'Als Moderation');
	const proposal = { proposals: ['Der Ausschuss tagt digital.'] };
	await openRound(host, sessionId, { ...proposal, method: 'majority', minutes: 1 });
	await expect(ada.getByText(/^Noch (1:00|0:5\d) zum Abstimmen$/)).toBeVisible();
	await expect(ada.getByRole('status').filter({ hasText: 'Noch eine Minute zum Abstimmen.' })).toHaveCount(1);
	await expectAccessible(ada, 'a phone with the time that is left to vote');
	await openLead(lead, sessionId);
	await ada.getByText('Sie sind bei dieser Frage befangen?').click();
	await ada.getByRole('button', { name: 'Ich stimme wegen Befangenheit nicht mit' }).click();
	await expect(ada.getByText('Sie haben sich für befangen erklärt')).toBeVisible();
	await expect(lead.getByText('1 Person ist befangen')).toBeVisible();
	await expect(lead.getByText('0 von 1 haben abgestimmt').first()).toBeVisible();
	await lead.getByText('Abstimmung abbrechen').click();
	await lead.getByLabel('Grund').fill('Die Frage war unklar.');
	await lead.getByRole('button', { name: 'Abbrechen', exact: true }).click();
	await expect(lead.getByRole('button', { name: 'Abstimmung öffnen' })).toBeVisible();

	await openRound(host, sessionId, { ...proposal, method: 'hand' });
	await expect(ben.getByText('Diese Abstimmung läuft im Raum per Handzeichen.')).toBeVisible();
	await lead.getByRole('spinbutton', { name: 'Ja' }).fill('2');
	await lead.getByRole('spinbutton', { name: 'Nein' }).fill('0');
	await expect(lead.getByText('2 von 2 gezählt')).toBeVisible();
	await expectAccessible(lead, 'lead who counts hands');
	await lead.getByRole('button', { name: 'Zahlen eintragen und schließen' }).click();
	await expect(lead.getByText('Analog: im Raum per Handzeichen gezählt').first()).toBeVisible();
	await expect(ben.getByText('Angenommen')).toBeVisible();
	await lead.goto(`/s/${sessionId}/minutes`);
	await expect(lead.getByText('Grund: Die Frage war unklar.')).toBeVisible();
});

test('a topic that says something else than what was agreed differs on the board and in the result, and is voted on anew', async ({
	browser
}) => {
	const { host, sessionId, joinPath, boardId, clusterIds } = await atTheVote(['Radwege', 'Busse']);
	const ben = await joinByPhone(browser, server.url, joinPath, 'Ben', 'Politik');
	const asked = { sessionId, question: 'Was hilft am meisten?', elementIds: clusterIds };
	const { roundId } = await host.done<{ roundId: string }>('open-round', asked);
	await ben.getByRole('button', { name: 'Ein Punkt mehr für Radwege' }).click();
	await send(ben);
	await ben.goto(`/b/${boardId}?view=list`);
	await expect(ben.getByRole('heading', { name: 'Radwege' })).toBeVisible();
	await expect(ben.getByText('abgestimmt')).toHaveCount(0);
	await host.done('close-round', { roundId });
	const watched = await host.watch(sessionId, 'lead');
	const { options } = (watched.latest() as LeadState).rounds[0]!;
	watched.leave();
	await host.done('record-agreement', { roundId, optionId: options.find(({ label }) => label === 'Radwege')!.id });

	// Whoever has the board open learns of the vote, on the canvas and in the list.
	await ben.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	await expect(ben.getByRole('button', { name: 'vereinbart: Platz 1 von 2: Radwege' })).toBeVisible();
	await expect(ben.getByRole('button', { name: 'abgestimmt: Platz 2 von 2: Busse' })).toBeVisible();
	const board = await signIn(browser, server.url, 'Als Moderation');
	await board.goto(`/b/${boardId}?view=canvas`);
	const topic = board.getByRole('group', { name: /^Bereich: Radwege/ });
	await expect(topic).toHaveAccessibleName(/, vereinbart: Platz 1 von 2$/);

	// She changes the words: everybody sees at once that they differ, and what was agreed.
	await topic.focus();
	await board.keyboard.press('Enter');
	await board.keyboard.press('End');
	await board.keyboard.type(' beleuchten');
	await expect(ben.getByRole('button', { name: 'weicht ab: Radwege beleuchten' })).toBeVisible();
	await board.keyboard.press('Escape');
	await expect(board.getByRole('group', { name: /^Bereich: Radwege beleuchten/ })).toHaveAccessibleName(
		/, vereinbart, weicht ab$/
	);
	await expectAccessible(board, 'a canvas with a topic that differs');
	await expectAccessible(ben, 'a list with a topic that differs');
	await expectNoSidewaysScrolling(ben);
	await ben.getByRole('button', { name: 'weicht ab: Radwege beleuchten' }).click();
	const compared = ben.getByRole('dialog');
	await expect(compared.getByRole('insertion')).toHaveText('(neu: beleuchten)');
	await expect(compared.getByText('Die Vereinbarung gilt weiter im alten Wortlaut.')).toBeVisible();
	await expect(compared.getByRole('link', { name: 'Noch einmal abstimmen' })).toHaveCount(0);
	await expectAccessible(ben, 'both wordings on a phone');
	await compared.getByRole('link', { name: 'Ergebnis ansehen' }).click();
	await ben.waitForURL(/\/results$/);
	await expect(ben.getByRole('insertion')).toHaveText('(neu: beleuchten)');
	await expectAccessible(ben, 'results with a topic that differs');

	// With the keyboard she comes to both wordings and from there to the next round, which is about the new ones.
	await board.getByRole('group', { name: /^Bereich: Radwege beleuchten/ }).focus();
	await board.keyboard.press('Shift+F10');
	await board.getByRole('button', { name: 'Abgestimmter Wortlaut' }).click();
	await expectAccessible(board, 'both wordings on the canvas');
	await board.getByRole('link', { name: 'Noch einmal abstimmen' }).click();
	await board.waitForURL(/\/lead$/);
	await expect(board.getByText('Verbunden', { exact: true })).toBeVisible();
	await expect(board.getByRole('insertion')).toHaveText('(neu: beleuchten)');
	await board.getByText('Noch einmal abstimmen', { exact: true }).click();
	await expect(board.getByRole('checkbox', { name: 'Radwege beleuchten' }).first()).toBeChecked();
});
