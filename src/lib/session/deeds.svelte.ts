import { applyAction } from '$app/forms';
import type { SubmitFunction } from '@sveltejs/kit';
import type { Problem } from '#domain/problems.ts';

/**
 * What somebody does on a live screen by its forms. The new state comes by the stream, so nothing is loaded again; a
 * refusal is kept to be shown in words, and a lost connection is not the end of the page.
 */
export class Deeds {
	problem: Problem | null = $state.raw(null);
	/** The last deed did not reach the server. */
	lost = $state(false);
	busy = $state(false);

	constructor(problem: Problem | null) {
		this.problem = problem;
	}

	/** How a form sends its deed. `prepare` runs before it is sent and may return what to do once it is done. */
	submit(prepare?: () => ((answer: Record<string, unknown>) => void) | void): SubmitFunction {
		return ({ cancel }) => {
			if (this.busy) return cancel();
			const done = prepare?.();
			this.busy = true;
			this.problem = null;
			this.lost = false;
			return async ({ result }) => {
				this.busy = false;
				if (result.type === 'success') done?.(result.data ?? {});
				else if (result.type === 'failure') this.problem = (result.data?.problem as Problem | undefined) ?? null;
				else if (result.type === 'error' && result.status === undefined) this.lost = true;
				else await applyAction(result);
			};
		};
	}
}
