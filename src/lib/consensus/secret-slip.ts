import { asRecord } from './result.ts';

/** The part of the browser's storage that is used here. */
type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'wr-slip ';

/**
 * What this browser alone knows of a person's answer in a secret round: the secret by which she can change it, and what she chose. The
 * server keeps no way from her to it.
 */
export class SecretSlip {
	readonly token: string;
	#ballot: unknown;
	readonly #shelf: Shelf | null;
	readonly #name: string;

	constructor(shelf: Shelf | null, roundId: string, participantId: string) {
		this.#shelf = shelf;
		this.#name = `${prefix}${roundId} ${participantId}`;
		const { token, ballot = null } = read(shelf, this.#name);
		this.token = typeof token === 'string' ? token : newToken();
		this.#ballot = ballot;
		this.#keep();
	}

	/** What she chose on this browser; null before. */
	get ballot(): unknown {
		return this.#ballot;
	}

	/** Her answer was counted. */
	counted(ballot: unknown): void {
		this.#ballot = ballot;
		this.#keep();
	}

	#keep(): void {
		try {
			this.#shelf?.setItem(this.#name, JSON.stringify({ token: this.token, ballot: this.#ballot }));
		} catch {
			// A full or forbidden storage: she can change her answer as long as this page stays open.
		}
	}
}

/** Forgets what was kept for rounds that are over. */
export function forgetSlips(shelf: Shelf | null, openRounds: readonly string[]): void {
	const names = Array.from({ length: shelf?.length ?? 0 }, (_, at) => shelf?.key(at) ?? '');
	for (const name of names)
		if (name.startsWith(prefix) && !openRounds.some((id) => name.startsWith(`${prefix}${id} `)))
			shelf?.removeItem(name);
}

function read(shelf: Shelf | null, name: string): Readonly<Record<string, unknown>> {
	try {
		return asRecord(JSON.parse(shelf?.getItem(name) ?? 'null'));
	} catch {
		return {};
	}
}

/** 128 bits that nobody can guess; also on pages without HTTPS. */
const newToken = (): string =>
	Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
