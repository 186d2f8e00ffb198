/**
 * One spelling for one value: members sorted by their UTF-16 code units, no blanks, numbers as JavaScript writes them
 * (the order of RFC 8785), members without a value left out. It says the same before and after a round trip through
 * JSON, so a hash over it can be recomputed from what the database gives back. A number that JSON cannot write is a bug
 * and throws.
 */
export function canonicalJson(value: unknown): string {
	return write(value, new Set());
}

function write(given: unknown, above: Set<object>): string {
	const value = plain(given);
	if (value === null || value === undefined) return 'null';
	if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
	if (typeof value === 'number') {
		if (!Number.isFinite(value)) throw new Error(`Canonical JSON cannot write the number ${value}`);
		return JSON.stringify(value);
	}
	if (typeof value !== 'object') throw new Error(`Canonical JSON cannot write a ${typeof value}`);
	if (above.has(value)) throw new Error('Canonical JSON cannot write a value that contains itself');
	above.add(value);
	const text = Array.isArray(value) ? list(value, above) : members(value, above);
	above.delete(value);
	return text;
}

function list(values: readonly unknown[], above: Set<object>): string {
	return `[${values.map((value) => write(value, above)).join(',')}]`;
}

function members(value: object, above: Set<object>): string {
	const written = Object.entries(value)
		.filter(([, member]) => member !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, member]) => `${JSON.stringify(key)}:${write(member, above)}`);
	return `{${written.join(',')}}`;
}

/** Dates and the like say themselves how JSON should write them. */
function plain(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || !('toJSON' in value)) return value;
	return typeof value.toJSON === 'function' ? (value.toJSON as () => unknown)() : value;
}
