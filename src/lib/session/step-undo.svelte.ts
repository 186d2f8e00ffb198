/** How long the way back is offered right after a step change, in milliseconds. */
export const offered = 10_000;

/** The bar that takes a hasty step change back. It goes by itself; the button "back" stays. */
export class StepUndo {
	/** The step to go back to, while it is offered. */
	stepId: string | null = $state(null);
	#fade: ReturnType<typeof setTimeout> | undefined;

	/** A step was left; null when there was none. */
	offer(leftStepId: string | null): void {
		this.clear();
		if (leftStepId === null) return;
		this.stepId = leftStepId;
		this.#fade = setTimeout(() => this.clear(), offered);
	}

	/** The offer is over: taken, too late, or the screen is gone. */
	clear(): void {
		clearTimeout(this.#fade);
		this.stepId = null;
	}
}
