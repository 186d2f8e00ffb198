import { ok, refuse, type Result } from '../result.ts';

/**
 * How a municipality numbers its papers: `{n}` is the running number, `{term}` the legislative term, `{year}` the year.
 * Mitte writes `{n}/{term}` (36/VI), others `{n}/{year}`. Around them stands what stands there.
 */
export type NumberPattern = string;

/** In what a running number counts: it starts at 1 again in each. */
export interface NumberScope {
	readonly term?: string;
	readonly year?: number;
}

/** A paper's number as text. A pattern without `{n}`, or with a part that is not known, is `paper.number-malformed`. */
export function writePaperNumber(pattern: NumberPattern, n: number, { term, year }: NumberScope): Result<string> {
	const known: Record<string, string | undefined> = { n: String(n), term, year: year?.toString() };
	const parts = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, part = '']) => part);
	if (!parts.includes('n') || parts.some((part) => known[part] === undefined))
		return refuse({ code: 'paper.number-malformed', pattern });
	return ok(pattern.replace(/\{(\w+)\}/g, (_, part: string) => known[part] ?? ''));
}

/** The next number of a scope. `used` holds every number ever given, because numbers are never given twice. */
export function nextPaperNumber(pattern: NumberPattern, scope: NumberScope, used: Iterable<string>): Result<string> {
	const shape = writePaperNumber(pattern, 0, scope);
	if (!shape.ok) return shape;
	const [before = '', after = ''] = pattern.split('{n}').map((part) => fill(part, scope));
	let highest = 0;
	for (const number of used) {
		const own =
			number.startsWith(before) && number.endsWith(after)
				? number.slice(before.length, number.length - after.length)
				: '';
		if (/^\d{1,9}$/.test(own)) highest = Math.max(highest, Number(own));
	}
	return writePaperNumber(pattern, highest + 1, scope);
}

/** A number that the council's own system gave later: it must be new. */
export function checkGivenNumber(number: string, used: Iterable<string>): Result<string> {
	const own = number.trim();
	for (const taken of used) if (taken === own) return refuse({ code: 'paper.number-taken', number: own });
	return ok(own);
}

const fill = (part: string, { term = '', year }: NumberScope): string =>
	part.replaceAll('{term}', term).replaceAll('{year}', year?.toString() ?? '');
