import { expect } from '@playwright/test';
import { test } from '../support/journey.ts';
import { joinByPhone, signIn } from '../support/people.ts';
import { expectReflow } from '../support/reflow.ts';
import { startServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

test('every screen of a session fits a narrow phone and letters twice as large', async ({ browser }) => {
	test.setTimeout(600_000);
	const { lead: host, session } = await openWorkshop(server.url);
	const { sessionId } = session;
	const guest = await browser.newPage({ baseURL: server.url });
	for (const door of ['/', '/login', `/${session.code}`, session.joinPath]) {
		await guest.goto(door);
		await expectReflow(guest, `door ${door}`);
	}
	const phone = await joinByPhone(browser, server.url, session.joinPath, 'Donaudampfschifffahrt Lindner', 'Politik');
	const lead = await signIn(browser, server.url, 'Als Moderation');
	const projector = await lead.context().newPage();
	await lead.goto(`/s/${sessionId}/lead`);
	await projector.goto(`/s/${sessionId}/projector`);
	const look = async (step: string) => {
		for (const [screen, page] of Object.entries({ lead, phone, projector }))
			await expectReflow(page, `${screen}, ${step}`);
	};
	const next = () => host.done('move-step', { sessionId, to: 'next' });
	const ben = await new Visitor(server.url).join(session.joinPath, 'Ben');

	await look('before the start');
	await next();
	await next();
	await expect(phone.getByLabel('Ihre Idee in einem Satz')).toBeVisible();
	for (const text of ['Wirtschaftsförderungsgesellschaft', 'Mehr Radwege zwischen allen Orten des Landkreises'])
		await ben.done('submit-card', { sessionId, text });
	await look('while collecting');
	await host.done('reveal-cards', { sessionId });
	await expect(projector.getByText('Mehr Radwege').first()).toBeVisible();
	await look('after the reveal');
	for (const tab of ['mine', 'all']) {
		await phone.goto(`/s/${sessionId}/take-part?tab=${tab}`);
		await expectReflow(phone, `phone, ${tab}`);
	}
	await phone.goto(`/s/${sessionId}/take-part`);

	await next();
	const board = await lead.context().newPage();
	await board.goto(`/b/${session.boardId}?view=list`);
	await expect(board.getByText('Gespeichert', { exact: true })).toBeVisible();
	for (const card of ['Wirtschaftsförderungsgesellschaft', 'Mehr Radwege'])
		await board.getByRole('checkbox', { name: `Auswählen: ${card}` }).check();
	await board.getByRole('button', { name: 'Thema bilden' }).click();
	await board.getByLabel('Name des Bereichs').fill('Wirtschaftsförderungsgesellschaft');
	await board.keyboard.press('Enter');
	await expect(projector.getByText('Wirtschaftsförderungsgesellschaft').first()).toBeVisible();
	await expectReflow(board, 'the list of the board');
	await look('while sorting');

	await next();
	await lead.getByRole('button', { name: 'Abstimmung öffnen' }).click();
	await expect(phone.getByRole('button', { name: 'Stimme abgeben' })).toBeVisible();
	await look('while voting');
	await lead.getByRole('button', { name: 'Abstimmung schließen' }).click();
	await expect(projector.getByText('Rang 1').first()).toBeVisible();
	await look('with the result');
	for (const page of ['agenda', '', 'repeat', 'template']) {
		await board.goto(`/s/${sessionId}/${page}`);
		await expectReflow(board, `session page ${page}`);
	}
	await next();
	await look('while recording');
	await host.done('end-session', { sessionId });
	await expect(phone.getByRole('heading', { name: /Vielen Dank/ })).toBeVisible();
	await look('after the end');
	for (const page of [
		`/s/${sessionId}/results`,
		`/p/${session.processId}`,
		`/p/${session.processId}/sessions/new`,
		...['groups', 'cockpit', 'synthesis', 'cards', 'materials'].map((tab) => `/p/${session.processId}/${tab}`),
		`/s/${sessionId}/minutes`,
		'/'
	]) {
		await board.goto(page);
		await expectReflow(board, page);
	}
});
