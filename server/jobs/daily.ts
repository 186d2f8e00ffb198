const day = 24 * 60 * 60 * 1000;

/** Something that is done again and again until it is stopped. */
export interface Recurring {
	/** Waits for a run that is under way; afterwards there is none. */
	stop(): Promise<void>;
}

/** Does something soon and then once a day. A run that fails is told to `failed` and tried again the next day. */
export function daily(run: () => Promise<void>, failed: (error: unknown) => void, every = day): Recurring {
	let underWay: Promise<void> = Promise.resolve();
	let running = false;
	const once = () => {
		if (running) return;
		running = true;
		underWay = run()
			.catch(failed)
			.finally(() => (running = false));
	};
	once();
	const timer = setInterval(once, every).unref();
	return {
		stop() {
			clearInterval(timer);
			return underWay;
		}
	};
}
