import { closeCodes } from '#protocol/close-codes.ts';

/** Why the server does not let somebody into a document any more; coming back by itself would not help. */
export type RefusalReason = 'not-signed-in' | 'no-access' | 'gone' | 'outdated' | 'too-large' | 'malformed';

/** What a person should know about her changes. */
export type SaveStatus =
	/** `waiting`: changes of hers that were made without a connection. */
	| { kind: 'connecting'; waiting: number }
	/** `transferred`: changes that have just been transferred after a gap she knows of. */
	| { kind: 'saved'; transferred: number }
	| { kind: 'saving' }
	/** `kept`: this device holds what she writes, so that she may close the page. */
	| { kind: 'offline'; waiting: number; kept: boolean }
	| { kind: 'refused'; reason: RefusalReason };

/** Shorter gaps are not worth a word: the connection comes back by itself. */
export const offlineAfter = 4000;
/** That work was transferred is said for this time. */
export const transferredFor = 8000;

const reasons = new Map<number, RefusalReason>([
	[closeCodes.notSignedIn, 'not-signed-in'],
	[closeCodes.noAccess, 'no-access'],
	[closeCodes.unknownDocument, 'gone'],
	[closeCodes.outdated, 'outdated'],
	[closeCodes.tooLarge, 'too-large']
]);

/** What a save state asks and tells. */
export interface SaveSurroundings {
	/** Whether this device keeps what is not saved yet. */
	isKept?(): boolean;
	/** Every change made here so far is on the server's disk. */
	onSaved?(): void;
}

/**
 * Whether the changes of this browser to one document are on the server's disk. "Saved" is only what the server has
 * confirmed: every change sent over the present connection, and among them the answer with all that was written without one.
 */
export class SaveState {
	#refusal = $state<RefusalReason | null>(null);
	#away = $state(false);
	#arrived = $state(false);
	#unsaved = $state(false);
	#waiting = $state(0);
	#transferred = $state(0);
	#noticed = false;
	#connected = false;
	#answered = false;
	#sent = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#newsTimer: ReturnType<typeof setTimeout> | undefined;
	readonly #surroundings: SaveSurroundings;

	constructor(surroundings: SaveSurroundings = {}) {
		this.#surroundings = surroundings;
		this.#watch();
	}

	get status(): SaveStatus {
		if (this.#refusal) return { kind: 'refused', reason: this.#refusal };
		const waiting = this.#waiting;
		if (this.#away) return { kind: 'offline', waiting, kept: this.#surroundings.isKept?.() ?? false };
		if (!this.#arrived) return { kind: 'connecting', waiting };
		return this.#unsaved ? { kind: 'saving' } : { kind: 'saved', transferred: this.#transferred };
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
		if (!this.#connected) this.#waiting++;
	}

	/** Changes that an earlier page could not transfer are here again; they go out with the first answer. */
	restored(changes: number): void {
		if (changes === 0) return;
		this.#unsaved = true;
		this.#noticed = true;
		this.#waiting += changes;
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
		this.#surroundings.onSaved?.();
		if (this.#noticed) this.#tellTransferred(this.#waiting);
		this.#waiting = 0;
		this.#noticed = false;
	}

	/** The server ended the connection for good. */
	refused(code: number): void {
		this.#stopWatching();
		this.#refusal = reasons.get(code) ?? 'malformed';
	}

	/** The document was closed here. */
	close(): void {
		this.#stopWatching();
		clearTimeout(this.#newsTimer);
	}

	#watch(): void {
		this.#timer ??= setTimeout(() => (this.#away = this.#noticed = true), offlineAfter);
	}

	#tellTransferred(changes: number): void {
		clearTimeout(this.#newsTimer);
		this.#transferred = changes;
		this.#newsTimer = setTimeout(() => (this.#transferred = 0), transferredFor);
	}

	#stopWatching(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}
}

const gravest: SaveStatus['kind'][] = ['refused', 'offline', 'connecting', 'saving', 'saved'];

/** One word for a screen with several documents: the gravest of them, with the changes of all. */
export function jointStatus(statuses: readonly SaveStatus[]): SaveStatus {
	const kind = gravest.find((grave) => statuses.some((status) => status.kind === grave)) ?? 'connecting';
	const [first = { kind: 'connecting', waiting: 0 } satisfies SaveStatus] = statuses.filter(
		(status) => status.kind === kind
	);
	const waiting = sum(statuses.map((status) => ('waiting' in status ? status.waiting : 0)));
	switch (first.kind) {
		case 'offline':
			return { ...first, waiting, kept: statuses.every((status) => status.kind !== 'offline' || status.kept) };
		case 'connecting':
			return { ...first, waiting };
		case 'saved':
			return {
				...first,
				transferred: sum(statuses.map((status) => (status.kind === 'saved' ? status.transferred : 0)))
			};
		default:
			return first;
	}
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
