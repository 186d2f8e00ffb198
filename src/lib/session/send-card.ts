import { deserialize } from '$app/forms';
import type { Problem } from '#domain/problems.ts';
import type { Delivery, OwnCard, WaitingCard } from './card-queue.svelte.ts';

/** How long one try to send a card may take before it counts as unreachable, in milliseconds. */
const tryFor = 15_000;

/** Sends a card to the page's own form action, the same one that a form without JavaScript uses. */
export async function sendCard({ key, text, clusterId }: WaitingCard): Promise<Delivery> {
	const body = new FormData();
	body.set('key', key);
	body.set('text', text);
	if (clusterId !== undefined) body.set('clusterId', clusterId);
	const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
	try {
		const answer = await fetch('?/card', { method: 'POST', body, headers, signal: AbortSignal.timeout(tryFor) });
		const result = deserialize<{ card: OwnCard }, { problem: Problem }>(await answer.text());
		if (result.type === 'success' && result.data) return { outcome: 'sent', card: result.data.card };
		if (result.type === 'failure' && result.data) return refusal(result.data.problem);
		if (result.type === 'redirect') return { outcome: 'refused', problem: { code: 'right.not-signed-in' } };
		const { problem } = result.type === 'error' ? (result.error as { problem?: Problem }) : {};
		return { outcome: 'refused', problem: problem ?? { code: 'surprise', id: '' } };
	} catch {
		// No answer, or one that is not ours, such as a sign-in page of the hall's network.
		return { outcome: 'unreachable' };
	}
}

/** What was on its way when the session was closed to the public waits on this device until it is public again. */
const refusal = (problem: Problem): Delivery =>
	problem.code === 'session.not-public' ? { outcome: 'unreachable' } : { outcome: 'refused', problem };
