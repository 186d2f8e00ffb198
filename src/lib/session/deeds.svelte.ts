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
	#last: Promise<void> = Promise.resolve();
	readonly #pressed = new Set<HTMLFormElement>();

	constructor(problem: Problem | null) {
		this.problem = problem;
	}

	/**
	 * How a form sends its deed. `prepare` runs before it is sent and may return what to do once it is done. One deed is under way at a
	 * time: another form waits for its turn, and the same one, pressed twice, is sent once.
	 */
	submit(prepare?: () => ((answer: Record<string, unknown>) => void) | void): SubmitFunction {
		return async ({ cancel, formElement }) => {
			if (this.#pressed.has(formElement)) return cancel();
			this.#pressed.add(formElement);
			const before = this.#last;
			let finish = () => {};
			this.#last = new Promise((resolve) => (finish = resolve));
			await before;
			const done = prepare?.();
			this.problem = null;
			this.lost = false;
			return async ({ result }) => {
				this.#pressed.delete(formElement);
				finish();
				if (result.type === 'success') done?.(result.data ?? {});
				else if (result.type === 'failure') this.problem = (result.data?.problem as Problem | undefined) ?? null;
				else if (result.type === 'error' && result.status === undefined) this.lost = true;
				else await applyAction(result);
			};
		};
	}
}
