import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync, writevSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** Length and checksum of a record, four bytes each, stand before it. */
const headerBytes = 8;

/**
 * A file of records that is only ever lengthened or emptied. What `append` has returned from outlives the process, as everything the
 * system has taken over does; a record that was cut off by a crash is not there when the file is opened again.
 */
export class JournalFile {
	readonly #file: number;
	#length: number;
	/** Half a record may stand behind the last whole one. */
	#frayed = false;

	private constructor(
		file: number,
		/** What was in it when it was opened. */
		readonly found: readonly Uint8Array[],
		length: number
	) {
		this.#file = file;
		this.#length = length;
	}

	/** Opens the file, and makes it when there is none. Throws what the system says when that is impossible. */
	static open(path: string): JournalFile {
		const file = openSync(path, 'a+', 0o600);
		const { records, length } = readRecords(readFileSync(file));
		if (length < fstatSync(file).size) ftruncateSync(file, length);
		return new JournalFile(file, records, length);
	}

	/** Writes a record behind the others. When it throws, the record is not in the file. */
	append(record: Uint8Array): void {
		if (this.#frayed) this.#trim();
		const header = Buffer.alloc(headerBytes);
		header.writeUInt32LE(record.length, 0);
		header.writeUInt32LE(crc32(record), 4);
		const whole = headerBytes + record.length;
		this.#frayed = true;
		try {
			if (writevSync(this.#file, [header, record]) < whole) throw new Error('The journal takes no whole record');
		} catch (error) {
			this.#trim();
			throw error;
		}
		this.#frayed = false;
		this.#length += whole;
	}

	#trim(): void {
		ftruncateSync(this.#file, this.#length);
		this.#frayed = false;
	}

	empty(): void {
		this.#length = 0;
		this.#trim();
	}

	close(): void {
		closeSync(this.#file);
	}
}

function readRecords(bytes: Buffer): { records: Uint8Array[]; length: number } {
	const records: Uint8Array[] = [];
	let length = 0;
	while (length + headerBytes <= bytes.length) {
		const start = length + headerBytes;
		const end = start + bytes.readUInt32LE(length);
		const record = bytes.subarray(start, end);
		if (end > bytes.length || crc32(record) !== bytes.readUInt32LE(length + 4)) break;
		records.push(record);
		length = end;
	}
	return { records, length };
}
