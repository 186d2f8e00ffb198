import * as encoding from 'lib0/encoding';
import * as v from 'valibot';
import { expectFormat, isAtEnd, readBytes, readerOf, readNumber } from '#protocol/bounded-reading.ts';
import { closeCodes, type CloseCode } from '#protocol/close-codes.ts';
import { limits } from '#protocol/limits.ts';
import { saidPresence, type Presence, type PresenceIdentity } from '#protocol/presence.ts';

/** Someone who speaks: one connection with the identity that the server knows. */
export interface Speaker {
	readonly personId: string;
	readonly identity: PresenceIdentity;
}

/** Somebody on another process, whose word that process has stamped. */
interface NeighbourVoice {
	readonly personId: string;
	readonly process: string;
	readonly heardAt: number;
}

/** The last word of one client id. A null text says that it has left. */
interface Word {
	readonly clock: number;
	readonly text: string | null;
	readonly speaker: Speaker | NeighbourVoice;
}

/** The last word of one client id as processes tell it each other. */
export interface NeighbourWord {
	readonly client: number;
	readonly clock: number;
	readonly text: string | null;
	readonly personId: string;
}

/** What has changed: encoded for browsers, and what of it was said on this process. */
export interface PresenceChanges {
	readonly bytes: Uint8Array;
	readonly own: readonly NeighbourWord[];
}

/** Those who left are remembered so that echoes of them do not bring them back; this many at most. */
const rememberedWords = 5000;
const nullText = new TextEncoder().encode('null');
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What hearing a message led to: whether it brought anything new, or why the speaker is refused. */
export type Heard = { fresh: boolean } | { code: CloseCode; reason: string };

/**
 * Who is in a room and what they point at. Client ids belong to the connection that used them first; name, colour and role are the
 * server's word. What others send back about somebody (standard clients do) is dropped by its clock without being read.
 */
export class RoomPresence {
	readonly #words = new Map<number, Word>();
	readonly #changed = new Set<number>();

	/** `mayUse` tells whether this person may appear under a client id that nobody in the room uses yet. */
	constructor(private readonly mayUse: (client: number, personId: string) => boolean) {}

	hear(speaker: Speaker, bytes: Uint8Array): Heard {
		const reader = readerOf(bytes);
		let fresh = false;
		for (let left = readNumber(reader, limits.connectionsPerRoom * limits.presencesPerConnection); left > 0; left--) {
			const client = readNumber(reader, 0xffffffff);
			const clock = readNumber(reader, limits.clock);
			const text = readBytes(reader);
			if (!this.#isNews(speaker, client, clock, text)) continue;
			if (text.length > limits.presenceBytes) return { code: closeCodes.tooLarge, reason: 'a presence is small' };
			const said = stamped(text, speaker.identity);
			if (said === undefined) return { code: closeCodes.malformed, reason: 'a presence has the agreed form' };
			this.#say(client, { clock, text: said, speaker });
			fresh = true;
		}
		expectFormat(isAtEnd(reader), 'a presence message ends where it says');
		return { fresh };
	}

	/** A connection ends: its client ids leave. */
	leave(speaker: Speaker): void {
		for (const [client, word] of this.#words) {
			if (word.speaker === speaker && word.text !== null) this.#say(client, { ...word, text: null });
		}
	}

	/** Another process tells what people there say. Only it can say that they have left. The answer is whether that is news. */
	hearNeighbour(process: string, words: readonly NeighbourWord[], now: number): boolean {
		let fresh = false;
		for (const { client, clock, text, personId } of words) {
			const before = this.#words.get(client);
			const word: Word = { clock, text, speaker: { personId, process, heardAt: now } };
			if (this.#isRenewal(before, word)) this.#words.set(client, word);
			else if (this.#isNeighboursNews(client, before, word, process)) {
				this.#say(client, word);
				fresh = true;
			}
		}
		return fresh;
	}

	/** People on another process leave: because the process is gone, or because nobody has heard them since a time. */
	forgetNeighbours(gone: { process: string } | { silentSince: number }): boolean {
		let fresh = false;
		for (const [client, word] of this.#words) {
			if (word.text === null || !isNeighbour(word.speaker)) continue;
			const { process, heardAt } = word.speaker;
			if ('process' in gone ? gone.process !== process : heardAt > gone.silentSince) continue;
			this.#say(client, { ...word, text: null });
			fresh = true;
		}
		return fresh;
	}

	/** What people on this process say, for other processes. */
	ownWords(): NeighbourWord[] {
		return this.#own([...this.#words.keys()]).filter(({ text }) => text !== null);
	}

	/** What has changed since the last call; null when nothing has. */
	takeChanges(): PresenceChanges | null {
		if (this.#changed.size === 0) return null;
		const changed = [...this.#changed];
		this.#changed.clear();
		return { bytes: this.#encode(changed), own: this.#own(changed) };
	}

	/** Everybody who is present, for somebody who comes; null when nobody is. */
	everybody(): Uint8Array | null {
		const present = [...this.#words].filter(([, word]) => word.text !== null).map(([client]) => client);
		return present.length > 0 ? this.#encode(present) : null;
	}

	/** The person who appears under a client id, if anybody does. */
	personBehind(client: number): string | undefined {
		return this.#words.get(client)?.speaker.personId;
	}

	#isNews(speaker: Speaker, client: number, clock: number, text: Uint8Array): boolean {
		const word = this.#words.get(client);
		if (word?.speaker === speaker) return clock > word.clock || (clock === word.clock && isNull(text));
		if (isNull(text)) return false;
		if (word && (word.speaker.personId !== speaker.personId || clock < word.clock)) return false;
		const own = this.#idsOf(speaker);
		if (own >= limits.presencesPerConnection) return false;
		// Under a known client id it is the same person after its old connection broke: the first thing it says is about itself.
		return word ? own === 0 : this.mayUse(client, speaker.personId);
	}

	#isRenewal(before: Word | undefined, { clock, text, speaker }: Word): boolean {
		return (
			before?.text === text &&
			before.clock === clock &&
			isNeighbour(before.speaker) &&
			isNeighbour(speaker) &&
			before.speaker.process === speaker.process
		);
	}

	#isNeighboursNews(
		client: number,
		before: Word | undefined,
		{ clock, text, speaker }: Word,
		process: string
	): boolean {
		if (!before) return text !== null && this.mayUse(client, speaker.personId);
		const same = isNeighbour(before.speaker) && before.speaker.process === process;
		if (text === null) return same && before.text !== null && clock >= before.clock;
		if (same && before.text !== null) return clock > before.clock;
		// The same person has moved from one process to another, or comes back.
		return before.speaker.personId === speaker.personId && clock >= before.clock;
	}

	#own(clients: readonly number[]): NeighbourWord[] {
		return clients.flatMap((client) => {
			const { clock, text, speaker } = this.#words.get(client)!;
			return isNeighbour(speaker) ? [] : [{ client, clock, text, personId: speaker.personId }];
		});
	}

	#idsOf(speaker: Speaker): number {
		let count = 0;
		for (const word of this.#words.values()) if (word.speaker === speaker && word.text !== null) count++;
		return count;
	}

	#say(client: number, word: Word): void {
		this.#words.delete(client);
		this.#words.set(client, word);
		this.#changed.add(client);
		if (this.#words.size > rememberedWords) this.#forgetSomebodyGone();
	}

	#forgetSomebodyGone(): void {
		for (const [client, word] of this.#words) {
			if (word.text === null && !this.#changed.has(client)) return void this.#words.delete(client);
		}
	}

	#encode(clients: readonly number[]): Uint8Array {
		return encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, clients.length);
			for (const client of clients) {
				const { clock, text } = this.#words.get(client)!;
				encoding.writeVarUint(encoder, client);
				encoding.writeVarUint(encoder, clock);
				encoding.writeVarString(encoder, text ?? 'null');
			}
		});
	}
}

function isNeighbour(speaker: Speaker | NeighbourVoice): speaker is NeighbourVoice {
	return 'process' in speaker;
}

function isNull(text: Uint8Array): boolean {
	return text.length === nullText.length && text.every((byte, index) => byte === nullText[index]);
}

/** The presence as the others get it; undefined when it does not have the agreed form. Null stays null. */
function stamped(bytes: Uint8Array, user: PresenceIdentity): string | null | undefined {
	if (isNull(bytes)) return null;
	try {
		const value: unknown = JSON.parse(utf8.decode(bytes));
		const said = v.safeParse(saidPresence, value);
		return said.success && !Array.isArray(value)
			? JSON.stringify({ ...said.output, user } satisfies Presence)
			: undefined;
	} catch {
		return undefined;
	}
}
