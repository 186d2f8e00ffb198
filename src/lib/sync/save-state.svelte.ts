import { closeCodes } from '#protocol/close-codes.ts';

/** Why the server does not let somebody into a document any more; coming back by itself would not help. */
export type RefusalReason = 'not-signed-in' | 'no-access' | 'gone' | 'outdated' | 'too-large' | 'malformed';

/** What a person should know about her changes. */
export type SaveStatus =
	| { kind: 'connecting' }
	| { kind: 'saved' }
	| { kind: 'saving' }
	| { kind: 'offline' }
	| { kind: 'refused'; reason: RefusalReason };

/** Shorter gaps are not worth a word: the connection comes back by itself. */
export const offlineAfter = 4000;

const reasons = new Map<number, RefusalReason>([
	[closeCodes.notSignedIn, 'not-signed-in'],
	[closeCodes.noAccess, 'no-access'],
	[closeCodes.unknownDocument, 'gone'],
	[closeCodes.outdated, 'outdated'],
	[closeCodes.tooLarge, 'too-large']
]);

/**
 * Whether the changes of this browser to one document are on the server's disk. "Saved" is only what the server has
 * confirmed: every change sent over the present connection, and among them the answer with all that was written without one.
 */
export class SaveState {
	#refusal = $state<RefusalReason | null>(null);
	#away = $state(false);
	#arrived = $state(false);
	#unsaved = $state(false);
	#connected = false;
	#answered = false;
	#sent = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor() {
		this.#watch();
	}

	get status(): SaveStatus {
		if (this.#refusal) return { kind: 'refused', reason: this.#refusal };
		if (this.#away) return { kind: 'offline' };
		if (!this.#arrived) return { kind: 'connecting' };
		return { kind: this.#unsaved ? 'saving' : 'saved' };
	}

	/** Whether something would be lost if this page were closed now. */
	get unsaved(): boolean {
		return this.#unsaved;
	}

	/** A connection is open; what it confirms is counted anew. */
	connected(): void {
		this.#connected = true;
		this.#answered = false;
		this.#sent = 0;
	}

	/** The document has arrived: the server is really there. Who has changed nothing has nothing unsaved. */
	synced(): void {
		this.#stopWatching();
		this.#away = false;
		this.#arrived = true;
	}

	/** The connection is gone. Whatever was not confirmed will be sent again with the next answer. */
	disconnected(): void {
		this.#connected = false;
		if (!this.#refusal) this.#watch();
	}

	/** The person changed the document. */
	changed(): void {
		this.#unsaved = true;
	}

	/** A change went out; `answer` says that it was the answer with everything the server lacked. */
	sent(answer: boolean): void {
		this.#sent++;
		this.#answered ||= answer;
	}

	/** The server says that the first `count` changes of this connection are on disk. */
	confirmed(count: number): void {
		if (!this.#connected || !this.#answered || count < this.#sent) return;
		this.#unsaved = false;
	}

	/** The server ended the connection for good. */
	refused(code: number): void {
		this.#stopWatching();
		this.#refusal = reasons.get(code) ?? 'malformed';
	}

	/** The document was closed here. */
	close(): void {
		this.#stopWatching();
	}

	#watch(): void {
		this.#timer ??= setTimeout(() => (this.#away = true), offlineAfter);
	}

	#stopWatching(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}
}

const gravest: SaveStatus['kind'][] = ['refused', 'offline', 'connecting', 'saving', 'saved'];

/** One word for a screen with several documents: the gravest of them. */
export function jointStatus(statuses: readonly SaveStatus[]): SaveStatus {
	for (const kind of gravest) {
		const found = statuses.find((status) => status.kind === kind);
		if (found) return found;
	}
	return { kind: 'connecting' };
}
