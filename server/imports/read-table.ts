import papaparse from 'papaparse';
import { impulseLimits } from '#domain/materials/impulse-texts.ts';
import { ok, refuse, type Result } from '#domain/result.ts';

/** A table as it was read from a file. */
export interface ReadTable {
	encoding: 'UTF-8' | 'Windows-1252';
	delimiter: ';' | ',' | '\t';
	/** What the columns are called: their heads, or nothing where the file has none. */
	heads: string[];
	rows: string[][];
}

/** Reads a table as spreadsheets write it: semicolons, commas or tabs, UTF-8 or the older German encoding, with or without a line of heads. */
export function readTable(bytes: Uint8Array, hasHeads: boolean): Result<ReadTable> {
	const { text, encoding } = decode(bytes);
	const parse = (delimiter: string) =>
		papaparse.parse<string[]>(text, {
			delimiter,
			delimitersToGuess: [';', ',', '\t'],
			skipEmptyLines: 'greedy',
			// One more than can be used, so that too many are noticed and no more are read.
			preview: impulseLimits.rows + 2
		});
	const guessed = parse('');
	// A single column has nothing between its cells, and its commas belong to the words.
	const alone = guessed.errors.some(({ type }) => type === 'Delimiter');
	const { data, meta, errors } = alone ? parse(';') : guessed;
	if (errors.some(({ type }) => type === 'Quotes') || data.length === 0) return refuse({ code: 'table.unreadable' });
	const width = Math.max(...data.map((row) => row.length));
	if (width > impulseLimits.columns) return refuse({ code: 'table.unreadable' });
	const even = data.map((row) => Array.from({ length: width }, (_, at) => (row[at] ?? '').trim()));
	const delimiter = ([';', ',', '\t'] as const).find((one) => one === meta.delimiter) ?? ';';
	const [first = [], ...rest] = even;
	return ok({
		encoding,
		delimiter,
		heads: hasHeads ? first : first.map(() => ''),
		rows: hasHeads ? rest : even
	});
}

/** What is no UTF-8 was written by an older Excel. */
function decode(bytes: Uint8Array): { text: string; encoding: ReadTable['encoding'] } {
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
	} catch {
		return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
	}
}
