import { expect } from '@playwright/test';
import type { LeadState } from '#protocol/session-state.ts';
import { boardDocuments } from '#protocol/document-names.ts';
import { test } from '../support/journey.ts';
import { startServer } from '../support/server.js';
import { Visitor } from '../support/visitor.ts';
import { openWorkshop } from '../support/workshop.ts';

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => void (server = await startServer({ env: { DEMO: 'on' } })));
test.afterAll(() => server.stop());

/** Everything that a stream of somebody sends, byte by byte, until she leaves. */
async function listen(path: string, cookie: string): Promise<{ heard: () => string; leave: () => void }> {
	const end = new AbortController();
	const answer = await fetch(server.url + path, { headers: { cookie }, signal: end.signal });
	let heard = '';
	const decoder = new TextDecoder();
	void (async () => {
		for await (const bytes of answer.body!) heard += decoder.decode(bytes as Uint8Array, { stream: true });
	})().catch(() => undefined);
	return { heard: () => heard, leave: () => end.abort() };
}

for (const secrecy of ['open', 'group', 'secret'] as const)
	test(`while a vote that is ${secrecy} is open, no byte that reaches a participant tells of an answer; names stand beside them after an open one only`, async () => {
		const { session, lead } = await openWorkshop(server.url);
		const { sessionId, joinPath, boardId } = session;
		const watched = await lead.watch(sessionId, 'lead');
		const weigh = (watched.latest() as LeadState).steps.find(({ kind }) => kind === 'weigh')!.id;
		const join = (name: string) => new Visitor(server.url).join(joinPath, name);
		const [curious, ...others] = await Promise.all(['Ada', 'Ben', 'Cem', 'Dora'].map(join));
		for (const to of ['next', weigh]) await lead.done('move-step', { sessionId, to });
		const phone = await listen(`/s/${sessionId}/events?view=participant`, curious!.cookie);
		const rules = { params: { points: 1000, maxPerOption: 1000 }, method: 'points', secrecy };
		const asked = { sessionId, question: 'Wie weiter?', proposals: ['Busse', 'Räder'], ...rules };
		const { roundId } = await lead.done('open-round', asked);
		await expect.poll(() => (watched.latest() as LeadState).rounds.length).toBe(1);
		const [bus, bike] = (watched.latest() as LeadState).rounds[0]!.options.map(({ id }) => id);
		const board = curious!.open(boardDocuments(boardId).cards);
		await expect.poll(() => board.provider.synced).toBe(true);

		for (const [at, voter] of others.entries())
			await voter.done('cast-ballot', {
				roundId,
				ballot: { [bus!]: 731, [bike!]: 211 },
				token: `the-token-of-somebody-${at}`
			});
		await expect.poll(() => phone.heard()).toContain('"cast":3');
		const pages = [`/s/${sessionId}/take-part`, `/s/${sessionId}/take-part/__data.json`, `/s/${sessionId}/results`];
		const read = await Promise.all(pages.map(async (path) => (await curious!.get(path)).text()));
		const all = [phone.heard(), ...read, JSON.stringify(board.doc.toJSON())].join('\n');
		phone.leave();
		board.provider.destroy();
		watched.leave();
		// Single answers, and what they add up to.
		expect(all).not.toMatch(/(?<![\w.-])(731|211|2193|633)(?![\w-])/);
		expect(all).not.toContain('token-of-somebody');
		await lead.done('close-round', { roundId });
		const after = await (await curious!.get(`/s/${sessionId}/take-part`)).text();
		expect(after).toMatch(/(?<![\w.-])2193(?![\w-])/);
		expect(after).not.toMatch(/(?<![\w.-])731(?![\w-])/);
		const results = await (await curious!.get(`/s/${sessionId}/results`)).text();
		const record = await (await lead.get(`/s/${sessionId}/minutes`)).text();
		for (const page of [results, record]) expect(/Räder: 211 Punkte/.test(page)).toBe(secrecy === 'open');
		expect(results.includes('Cem')).toBe(secrecy === 'open');
	});
