import { expect, test } from 'vitest';
import { Deeds } from './deeds.svelte.ts';

const fields = { success: { type: 'success', status: 200, data: {} } } as const;

/** Presses a form as SvelteKit does: asks how to send it, and hands the answer over when it has come. */
function press(deeds: Deeds, form: HTMLFormElement, prepared: () => void) {
	let cancelled = false;
	const submit = deeds.submit(prepared);
	const input = { formElement: form, cancel: () => (cancelled = true) } as unknown as Parameters<typeof submit>[0];
	const sending = Promise.resolve(submit(input));
	return {
		sending,
		isCancelled: () => cancelled,
		async answered() {
			const take = await sending;
			await take?.({ result: fields.success } as unknown as Parameters<NonNullable<typeof take>>[0]);
		}
	};
}
const form = () => ({}) as HTMLFormElement;
const soon = () => new Promise((resolve) => setTimeout(resolve));

test('what is pressed while another deed is under way is sent after it, not dropped', async () => {
	const deeds = new Deeds(null);
	const sent: string[] = [];
	const first = press(deeds, form(), () => void sent.push('start'));
	const second = press(deeds, form(), () => void sent.push('end'));
	await soon();
	expect(sent).toEqual(['start']);
	await first.answered();
	await second.answered();
	expect(sent).toEqual(['start', 'end']);
	expect(second.isCancelled()).toBe(false);
});

test('the same button pressed twice is sent once, and again after the answer', async () => {
	const deeds = new Deeds(null);
	const sent: string[] = [];
	const next = form();
	const first = press(deeds, next, () => void sent.push('next'));
	expect(press(deeds, next, () => void sent.push('next')).isCancelled()).toBe(true);
	await first.answered();
	await press(deeds, next, () => void sent.push('next')).answered();
	expect(sent).toEqual(['next', 'next']);
});
