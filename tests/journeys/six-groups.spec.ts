import { expect, type Browser, type Page } from '@playwright/test';
import type { LeadState } from '#protocol/session-state.ts';
import { expectAccessible, expectNoSidewaysScrolling } from '../support/axe.ts';
import { test } from '../support/journey.ts';
import { expectNothingLeft, joinByPhone, signIn } from '../support/people.ts';
import { startServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';

/** The six Fachgruppen of Landkreis Helmstedt; the first two work in real browsers, the others by the protocol. */
const groups = [
	'Sicherheit und Ordnung',
	'Schule und Kultur',
	'Soziales und Jugend',
	'Gesundheit und Sport',
	'Wirtschaft und Tourismus',
	'Gestaltung der Umwelt'
];
const spaces = ['Natur', 'Wirtschaft', 'Bildung', 'Gesellschaft & Kultur', 'Gesundheit', 'Lebensraum'];

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('six groups find their potentials side by side, and six strategy cards grow out of them', async ({ browser }) => {
	test.setTimeout(600_000);
	const { url } = server;

	// The lead begins the process; six groups with their sessions come out of a pasted list.
	const lead = await signIn(browser, url, 'Als Steuerung');
	await lead.getByRole('link', { name: 'Prozesse', exact: true }).first().click();
	await lead.getByRole('link', { name: 'Neuer Prozess' }).click();
	await lead.getByLabel('Name des Prozesses').fill('Potentialanalyse 2035');
	await lead
		.getByLabel('Gruppen (freiwillig)', { exact: true })
		.fill(groups.map((name, at) => `${at + 1}. ${name}`).join('\n'));
	await expectAccessible(lead, 'new process');
	await lead.getByRole('button', { name: 'Prozess anlegen' }).click();
	await expect(lead.getByRole('article')).toHaveCount(6);
	await expectAccessible(lead, 'groups');
	const process = lead.url().replace(/\/groups$/, '');
	await lead.getByLabel('Name des WLANs').fill('Kreishaus-Gast');
	await lead.getByLabel('Passwort (leer, wenn offen)').fill('helmstedt2035');
	await lead.getByRole('button', { name: 'Speichern' }).last().click();
	await expect(lead.getByText('Das WLAN ist gespeichert.')).toBeVisible();
	await lead.getByRole('link', { name: 'Aushänge drucken' }).click();
	await expect(lead.getByRole('article')).toHaveCount(6);
	await expect(lead.getByText('WLAN: Kreishaus-Gast').first()).toBeVisible();
	await expectAccessible(lead, 'posters');

	// Two groups in browsers, four by the protocol.
	const cockpit = await lead.context().newPage();
	await cockpit.goto(`${process}/cockpit`);
	const steering = await new Visitor(url).signIn('steuerung@demo.local');
	const sessionIds = await sessionsOf(steering, process);
	expect(sessionIds).toHaveLength(6);
	const [first = '', second = '', ...others] = sessionIds;
	const inBrowsers = (sessionId: string, topic: string) => workInBrowsers(browser, lead, steering, sessionId, topic);
	const pages = [...(await inBrowsers(first, 'Pflege')), ...(await inBrowsers(second, 'Lernorte'))];
	for (const [at, sessionId] of others.entries()) await workByProtocol(steering, sessionId, `Thema ${at + 3}`);

	// The cockpit shows what all of them have done.
	const row = (name: string) => cockpit.getByRole('article', { name });
	await expect(row(groups[0]!).getByText('2 Karten', { exact: true }).first()).toBeVisible();
	await expect(row(groups[5]!).getByText('3 Karten', { exact: true }).first()).toBeVisible();
	await expectAccessible(cockpit, 'cockpit');

	// All topics come over; each finds its action space, one lies in two, one is left out for a reason.
	await cockpit.getByRole('link', { name: 'Zur Synthese' }).click();
	await cockpit.getByRole('button', { name: 'Themen der Gruppen übernehmen' }).click();
	await expect(cockpit.getByText(/Noch \d+ Themen offen/)).toBeVisible();
	for (const name of spaces) {
		await cockpit.getByLabel('Name des Aktionsraums').last().fill(name);
		await cockpit.getByRole('button', { name: 'Aktionsraum anlegen' }).click();
		await expect(cockpit.getByRole('heading', { name, exact: true })).toBeVisible();
	}
	await cockpit.getByRole('button', { name: 'Strategiekarten anlegen' }).click();
	await expect(
		cockpit
			.getByRole('alert')
			.or(cockpit.getByText(/Themen sind noch offen/))
			.first()
	).toBeVisible();
	await placeAll(cockpit);
	await expectAccessible(cockpit, 'synthesis');
	await cockpit.setViewportSize({ width: 390, height: 844 });
	await expectNoSidewaysScrolling(cockpit);
	await cockpit.setViewportSize({ width: 1440, height: 900 });
	await expect(cockpit.getByText('Alle Themen sind zugeordnet oder begründet')).toBeVisible();
	await cockpit.getByRole('button', { name: 'Strategiekarten anlegen' }).click();
	await expect(cockpit.getByText('6 Strategiekarten angelegt.')).toBeVisible();

	// Six stubs. Whoever says “that is not what we said” finds the cards, their weight and what the group put on record.
	await cockpit.getByRole('link', { name: 'Zu den Strategiekarten' }).click();
	for (const name of spaces) await expect(cockpit.getByRole('link', { name, exact: true })).toBeVisible();
	await expectAccessible(cockpit, 'strategy cards');
	await cockpit.getByRole('link', { name: 'Natur', exact: true }).click();
	await expect(cockpit.getByRole('heading', { name: 'Beitrag zu den strategischen Zielen' })).toBeVisible();
	await expect(cockpit.getByText(`aus: ${groups[0]}`).first()).toBeVisible();
	await expect(cockpit.getByText('Pflege vor Ort')).toBeVisible();
	await expect(cockpit.getByText('Von der Gruppe festgehalten: „Pflege“')).toBeVisible();
	await expect(cockpit.getByText(/Punkte? von 2 der 2 Personen/).first()).toBeVisible();
	await expectAccessible(cockpit, 'strategy card');
	await expectNoSidewaysScrolling(cockpit);
	expectNothingLeft([lead, ...pages]);
});

/** The newest session of each group, in the order of the groups. */
async function sessionsOf(visitor: Visitor, process: string): Promise<string[]> {
	const page = await (await visitor.get(`${new URL(process).pathname}/groups`)).text();
	return [...new Set([...page.matchAll(/href="\/s\/([0-9a-f-]{36})"/g)].map(([, id]) => id!))];
}

/** A group with two phones: from the start to a closed vote over its one topic. */
async function workInBrowsers(
	browser: Browser,
	lead: Page,
	steering: Visitor,
	sessionId: string,
	topic: string
): Promise<Page[]> {
	const desk = await lead.context().newPage();
	await desk.goto(`/s/${sessionId}/lead`);
	const link = await desk.getByRole('link', { name: 'Link zum Teilnehmen' }).getAttribute('href');
	const joinPath = new URL(link ?? '').pathname;
	const phones = [
		await joinByPhone(browser, server.url, joinPath, 'Ada', 'Politik'),
		await joinByPhone(browser, server.url, joinPath, 'Ben', 'Verwaltung')
	];
	await desk.getByRole('button', { name: 'Sitzung starten' }).click();
	await desk.getByRole('button', { name: 'Weiter zu: Sammeln' }).click();
	for (const [at, phone] of phones.entries()) {
		await phone.getByLabel('Ihre Idee in einem Satz').fill(at === 0 ? `${topic} vor Ort` : `${topic} für alle`);
		await phone.getByRole('button', { name: 'Idee absenden' }).click();
		await expect(phone.getByText('Angekommen. Noch eine?')).toBeVisible();
	}
	await desk.getByRole('button', { name: 'Karten aufdecken' }).click();
	await desk.getByRole('button', { name: 'Weiter zu: Ordnen' }).click();
	await makeTopic(steering, sessionId, topic);
	await expect(desk.getByText(topic, { exact: true }).first()).toBeVisible();
	await desk.getByRole('button', { name: 'Weiter zu: Gewichten' }).click();
	await desk.getByRole('button', { name: 'Abstimmung öffnen' }).click();
	for (const phone of phones) {
		await phone.getByRole('button', { name: `Ein Punkt mehr für ${topic}` }).click();
		await phone.getByRole('button', { name: 'Stimme abgeben' }).click();
		await expect(phone.getByText('Ihre Stimme ist gezählt.')).toBeVisible();
	}
	await desk.getByRole('button', { name: 'Abstimmung schließen' }).click();
	await expect(desk.getByText('Rang 1').first()).toBeVisible();
	await desk.getByRole('button', { name: 'Weiter zu: Festhalten' }).click();
	await desk.getByRole('button', { name: `Als Vereinbarung festhalten: ${topic}` }).click();
	return [desk, ...phones];
}

/** A group with three guests who have no browser: they write, and their cards become one topic. */
async function workByProtocol(steering: Visitor, sessionId: string, topic: string): Promise<void> {
	const { joinPath, steps } = await stateOf(steering, sessionId);
	const stepOf = (kind: string) => steps.find((step) => step.kind === kind)?.id;
	await steering.done('move-step', { sessionId, to: 'next' });
	await steering.done('move-step', { sessionId, to: stepOf('collect') });
	for (const name of ['Cem', 'Dora', 'Emil']) {
		const guest = await new Visitor(server.url).join(joinPath, name);
		await guest.done('submit-card', { sessionId, text: `${topic}, sagt ${name}` });
	}
	await steering.done('reveal-cards', { sessionId });
	await steering.done('move-step', { sessionId, to: stepOf('cluster') });
	await makeTopic(steering, sessionId, topic);
}

/** Puts all cards of a group under one topic. */
async function makeTopic(steering: Visitor, sessionId: string, title: string): Promise<void> {
	const { cards } = await stateOf(steering, sessionId);
	await steering.done('group-cards', { sessionId, title, elementIds: cards.map(({ elementId }) => elementId) });
}

/** How a session stands, as its facilitator sees it. */
async function stateOf(steering: Visitor, sessionId: string): Promise<LeadState> {
	const watched = await steering.watch(sessionId, 'lead');
	watched.leave();
	return watched.latest() as LeadState;
}

/** Each topic into the action space of its turn, the first one into two; the last one is left out for a reason. */
async function placeAll(page: Page): Promise<void> {
	const topics = page.getByRole('region', { name: 'Themen der Gruppen' }).getByRole('article');
	const count = await topics.count();
	for (let at = 0; at < count; at++) {
		const topic = topics.nth(at);
		await topic.getByText('Zuordnen zu …').click();
		if (at === count - 1) {
			await topic.getByLabel('Warum? Die Gruppe kann es nachlesen.').fill('Aufgabe der Gemeinden');
			await topic.getByRole('button', { name: 'Bewusst nicht übernehmen' }).click();
			await expect(topic.getByText('Nicht übernommen: Aufgabe der Gemeinden')).toBeVisible();
			continue;
		}
		for (const space of at === 0 ? spaces.slice(0, 2) : [spaces[at % spaces.length]!]) {
			await topic.getByRole('button', { name: space, exact: true }).click();
			await expect(topic.getByRole('button', { name: space, exact: true })).toHaveAttribute('aria-pressed', 'true');
		}
	}
}
