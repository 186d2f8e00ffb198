import { invalidateAll } from '$app/navigation';
import type { SubmitFunction } from '@sveltejs/kit';

/**
 * After a refusal the fields keep what was typed, and the page shows what stands now: without it, a form that was refused
 * because somebody else was quicker would be refused for ever.
 */
export const keepAndReload: SubmitFunction =
	() =>
	async ({ update, result }) => {
		await update({ reset: false });
		if (result.type === 'failure') await invalidateAll();
	};
