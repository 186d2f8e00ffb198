/** The phones of a full hall that write cards onto a board; bundled, because Node 20 runs no TypeScript. */
import { randomUUID } from 'node:crypto';
import { insist } from '../../tests/support/insist.ts';
import { Visitor } from '../../tests/support/visitor.ts';
import type { Workshop } from '../../tests/support/workshop.ts';

/** Each phone sends a card so many milliseconds after its last one was taken. */
const pause = 4_000;
const wait = (ms: number) => new Promise((go) => setTimeout(go, ms));

/** So many people come in, with their pages open, in the step in which late cards go onto the board at once. */
export async function fillHall(url: string, { lead, session }: Workshop, count: number) {
	const { sessionId } = session;
	for (let steps = 0; steps < 2; steps++) await lead.done('move-step', { sessionId, to: 'next' });
	await lead.done('reveal-cards', { sessionId });
	const leave = new AbortController();
	const phones: Visitor[] = [];
	for (let at = 1; at <= count; at++) {
		const phone = await new Visitor(url).join(session.joinPath, `Gast ${at}`);
		void discard(await phone.listen(sessionId, 'participant', leave.signal));
		phones.push(phone);
	}
	return {
		leave: () => leave.abort(),
		/** Everybody writes for so long; the answer is how many cards were taken, and the median of how long one took. */
		async write(seconds: number) {
			const end = performance.now() + seconds * 1000;
			const took: number[] = [];
			const one = async (phone: Visitor, at: number) => {
				await wait((pause * at) / count);
				for (let turn = 1; performance.now() < end; turn++) {
					const start = performance.now();
					const card = { sessionId, text: `Karte ${turn} von Gast ${at}: mehr Grün am Markt` };
					const key = randomUUID();
					const { problem } = await insist(() => phone.command('submit-card', card, key));
					if (problem) throw new Error(`A card was refused: ${JSON.stringify(problem)}`);
					took.push(performance.now() - start);
					await wait(pause);
				}
			};
			await Promise.all(phones.map(one));
			return took;
		}
	};
}

async function discard(bytes: ReadableStream<Uint8Array>) {
	const reader = bytes.getReader();
	const end = () => ({ done: true });
	while (!(await reader.read().catch(end)).done);
}
