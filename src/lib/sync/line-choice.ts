import { isReachable } from './reachable.ts';

/** How this browser reaches the collaboration: by WebSocket, or by plain HTTP where WebSockets do not get through. */
export type Line = 'web' | 'http';

/** A WebSocket that has neither opened nor failed within this time hangs, in milliseconds. */
export const hangsAfter = 3_500;
/** So many refused WebSockets are enough to believe that they do not get through. */
const enoughRefusals = 2;
/** After this time WebSockets are tried again: people carry their computers to other networks. */
export const httpFor = 10 * 60_000;
const key = 'wr_http_until';

/** What a choice needs from its surroundings; a browser has all of it. */
interface Surroundings {
	/** Remembers the choice for this tab, also over a reload. */
	readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
	/** Whether the server answers plain requests at this moment. */
	readonly reachable: (socketAddress: string) => Promise<boolean>;
	readonly now: () => number;
}

/**
 * Chooses the line of all documents of a page. A failure counts against WebSockets only when the server answers a plain request at
 * the same moment: a server that is being restarted, or a cable that was pulled, is no reason to do without them.
 */
export class LineChoice {
	#until = 0;
	#refusals = 0;

	constructor(private readonly surroundings: Surroundings) {
		this.#until = Number(attempt(() => surroundings.storage?.getItem(key)) ?? 0) || 0;
	}

	get line(): Line {
		return this.surroundings.now() < this.#until ? 'http' : 'web';
	}

	/** A WebSocket has opened: they get through. */
	opened(): void {
		this.#refusals = 0;
		this.#until = 0;
		attempt(() => this.surroundings.storage?.removeItem(key));
	}

	/** A WebSocket has failed before it opened, or hung until it was given up. */
	async failed(address: string, hung: boolean): Promise<void> {
		if (!(await this.surroundings.reachable(address))) return;
		this.#refusals += hung ? enoughRefusals : 1;
		if (this.#refusals < enoughRefusals) return;
		this.#refusals = 0;
		this.#until = this.surroundings.now() + httpFor;
		attempt(() => this.surroundings.storage?.setItem(key, String(this.#until)));
	}
}

/** Private windows may have no storage; then the choice lasts as long as the page. */
function attempt<T>(use: () => T): T | undefined {
	try {
		return use();
	} catch {
		return undefined;
	}
}

let ofThisPage: LineChoice | undefined;

/** The one choice of this page: what one document has learned holds for the next. */
export function lineChoice(): LineChoice {
	ofThisPage ??= new LineChoice({
		storage: attempt(() => sessionStorage) ?? null,
		reachable: isReachable,
		now: () => Date.now()
	});
	return ofThisPage;
}
