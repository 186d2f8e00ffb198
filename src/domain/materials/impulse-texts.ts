import { ok, refuse, type Result } from '../result.ts';
import { lengthOf, normaliseLine, normaliseText } from '../texts/normal-form.ts';

/** How many rows become cards, and how long a card may be. More than a hundred nobody reads in a workshop. */
export const impulseLimits = { rows: 100, columns: 50, text: 600, source: 120 } as const;

/** Which columns of a table say what. */
export interface ImpulseColumns {
	readonly text: number;
	/** A number or share that stands behind the words; null for none. */
	readonly share: number | null;
	/** Where the table comes from; on every card. */
	readonly source: string;
}

/**
 * The words of the cards that the rows of a table give: the text, its number in brackets, and where it comes from. Rows without a text
 * give none, the same words only one. Every card says its source, because an impulse without one is a rumour.
 */
export function impulseTexts(
	rows: readonly (readonly string[])[],
	{ text, share, source: typed }: ImpulseColumns,
	sourceWord: string
): Result<string[]> {
	if (rows.length > impulseLimits.rows) return refuse({ code: 'table.too-many-rows', limit: impulseLimits.rows });
	const source = normaliseLine(typed);
	if (source === '') return refuse({ code: 'input.invalid', fields: [{ path: 'source', problem: 'missing' }] });
	if (lengthOf(source) > impulseLimits.source)
		return refuse({ code: 'input.too-long', field: 'source', limit: impulseLimits.source });
	const texts = new Set<string>();
	for (const [at, row] of rows.entries()) {
		const words = normaliseText(row[text] ?? '');
		if (words === '') continue;
		const number = share === null ? '' : normaliseLine(row[share] ?? '');
		const card = `${words}${number ? ` (${number})` : ''}\n${sourceWord}: ${source}`;
		if (lengthOf(card) > impulseLimits.text)
			return refuse({ code: 'table.row-too-long', row: at + 1, limit: impulseLimits.text });
		texts.add(card);
	}
	return texts.size > 0 ? ok([...texts]) : refuse({ code: 'table.no-words' });
}
