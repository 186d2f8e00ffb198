/**
 * A number as somebody typed it, as the decimal text that is stored: `90.000` and `90 000` are ninety thousand in German,
 * `21,9` becomes `21.9`; in English it is the other way round. What is no number comes back as it was typed, and the rule
 * refuses it.
 */
export function decimalFromTyped(typed: string, locale: string): string {
	const [group, point] = locale.startsWith('de') ? ['.', ','] : [',', '.'];
	const compact = typed.trim().replace(/[\s\u00A0\u202F'’]/g, '');
	const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${group}\\d{3})+(\\${point}\\d+)?$`);
	const plain = grouped.test(compact) ? compact.replaceAll(group!, '') : compact;
	return plain.replace(point!, '.');
}
