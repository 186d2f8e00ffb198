import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** A row of a document's log, as the journal keeps it until it stands in the tables. */
export interface JournalRow {
	readonly document: string;
	readonly seq: number;
	readonly author: string | null;
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly bytes: Uint8Array;
}

/** Rows as one record of the journal's file. */
export function writeRows(rows: readonly JournalRow[]): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, rows.length);
		for (const { document, seq, author, at, bytes } of rows) {
			encoding.writeVarString(encoder, document);
			encoding.writeVarUint(encoder, seq);
			encoding.writeVarString(encoder, author ?? '');
			encoding.writeVarUint(encoder, at);
			encoding.writeVarUint8Array(encoder, bytes);
		}
	});
}

/** The rows of a record that `writeRows` has made. */
export function readRows(record: Uint8Array): JournalRow[] {
	const decoder = decoding.createDecoder(record);
	return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
		document: decoding.readVarString(decoder),
		seq: decoding.readVarUint(decoder),
		author: decoding.readVarString(decoder) || null,
		at: decoding.readVarUint(decoder),
		bytes: decoding.readVarUint8Array(decoder)
	}));
}
