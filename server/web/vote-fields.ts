/**
 * The answer of a ballot out of its form: `n.<path>` is a whole number and `t.<path>` are words; a path with a dot leads into an object,
 * `n.<option>.<criterion>`. Empty fields say nothing. Works without scripts in the browser.
 */
export function answerIn(form: FormData): Record<string, unknown> {
	const answer: Record<string, unknown> = {};
	for (const [name, value] of form) {
		const [kind = '', ...path] = name.split('.');
		if ((kind !== 'n' && kind !== 't') || path.length === 0 || path.length > 2 || typeof value !== 'string') continue;
		if (value === '') continue;
		put(answer, path, kind === 'n' ? Number(value) : value);
	}
	return answer;
}

function put(into: Record<string, unknown>, [first, second]: string[], value: unknown): void {
	if (first === undefined || first === '__proto__' || second === '__proto__') return;
	if (second === undefined) return void (into[first] = value);
	const inner = Object.hasOwn(into, first) ? into[first] : {};
	into[first] = { ...(inner as Record<string, unknown>), [second]: value };
}

/** A whole number, or null where the field is empty. */
export function numberIn(form: FormData, name: string): number | null {
	const value = form.get(name);
	return value === null || value === '' ? null : Number(value);
}

/** The rules of a method as the form carries them; undefined where it has none that can be read, so that the usual ones hold. */
export function rulesIn(form: FormData): Record<string, unknown> | undefined {
	try {
		const rules: unknown = JSON.parse(String(form.get('params')));
		return typeof rules === 'object' && rules !== null ? (rules as Record<string, unknown>) : undefined;
	} catch {
		return undefined;
	}
}
