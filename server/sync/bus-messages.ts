import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { LogRow } from './document-log.ts';
import type { NeighbourWord } from './presence.ts';

/** What processes tell each other about one document. */
export type RoomMessage =
	/** These rows were committed. */
	| { readonly kind: 'rows'; readonly rows: readonly LogRow[] }
	/** The log goes up to here. */
	| { readonly kind: 'head'; readonly seq: number }
	/** What people say of themselves. Whoever is new in the room asks for the same. */
	| { readonly kind: 'people'; readonly words: readonly NeighbourWord[]; readonly ask: boolean }
	/** The document was frozen or is gone: look whether everybody may stay. */
	| { readonly kind: 'state' };

const numbers = { rows: 0, head: 1, people: 2, state: 3 } as const;

export function writeRoomMessage(message: RoomMessage): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, numbers[message.kind]);
		switch (message.kind) {
			case 'rows':
				return writeList(encoder, message.rows, ({ seq, author, bytes }) => {
					encoding.writeVarUint(encoder, seq);
					encoding.writeVarString(encoder, author ?? '');
					encoding.writeVarUint8Array(encoder, bytes);
				});
			case 'head':
				return encoding.writeVarUint(encoder, message.seq);
			case 'people':
				encoding.writeVarUint(encoder, message.ask ? 1 : 0);
				return writeList(encoder, message.words, ({ client, clock, text, personId }) => {
					encoding.writeVarUint(encoder, client);
					encoding.writeVarUint(encoder, clock);
					encoding.writeVarString(encoder, text ?? '');
					encoding.writeVarString(encoder, personId);
				});
		}
	});
}

/** Null for what a newer program says and this one does not know. Throws when it cannot be read. */
export function readRoomMessage(bytes: Uint8Array): RoomMessage | null {
	const decoder = decoding.createDecoder(bytes);
	switch (decoding.readVarUint(decoder)) {
		case numbers.rows:
			return {
				kind: 'rows',
				rows: readList(decoder, () => ({
					seq: decoding.readVarUint(decoder),
					author: decoding.readVarString(decoder) || null,
					bytes: decoding.readVarUint8Array(decoder).slice()
				}))
			};
		case numbers.head:
			return { kind: 'head', seq: decoding.readVarUint(decoder) };
		case numbers.people:
			return {
				kind: 'people',
				ask: decoding.readVarUint(decoder) === 1,
				words: readList(decoder, () => ({
					client: decoding.readVarUint(decoder),
					clock: decoding.readVarUint(decoder),
					text: decoding.readVarString(decoder) || null,
					personId: decoding.readVarString(decoder)
				}))
			};
		case numbers.state:
			return { kind: 'state' };
		default:
			return null;
	}
}

function writeList<T>(encoder: encoding.Encoder, items: readonly T[], write: (item: T) => void): void {
	encoding.writeVarUint(encoder, items.length);
	for (const item of items) write(item);
}

function readList<T>(decoder: decoding.Decoder, read: () => T): T[] {
	const items: T[] = [];
	for (let left = decoding.readVarUint(decoder); left > 0; left--) items.push(read());
	return items;
}
