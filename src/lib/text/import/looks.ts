import type { Element } from './markup.ts';

/** What the tag and the style of an element say about the looks of its words; undefined: nothing. */
export interface Looks {
	bold?: boolean | undefined;
	italic?: boolean | undefined;
	/** Looks that no text of ours has, such as colour and underline. */
	foreign: boolean;
	hidden: boolean;
}

export function looksOf({ name, attributes }: Element): Looks {
	const style = declarations((attributes.get('style') ?? '').toLowerCase());
	const said = (property: string): string => style.get(property) ?? '';
	const weight = said('font-weight');
	const slant = said('font-style');
	const colours = [said('color'), said('background'), said('background-color'), attributes.get('color') ?? ''];
	return {
		bold: weight !== '' ? /^(bold|bolder|[6-9]00)/.test(weight) : name === 'b' || name === 'strong' || undefined,
		italic: slant !== '' ? /^(italic|oblique)/.test(slant) : name === 'i' || name === 'em' || undefined,
		foreign:
			['u', 's', 'strike', 'mark'].includes(name) ||
			/underline|line-through/.test(said('text-decoration') + said('text-decoration-line')) ||
			colours.some(isColour),
		hidden: said('display') === 'none' || said('mso-hide') === 'all' || said('visibility') === 'hidden'
	};
}

const declarations = (style: string): Map<string, string> =>
	new Map(
		style.split(';').map((each) => {
			const [property = '', ...value] = each.split(':');
			return [property.trim(), value.join(':').trim()];
		})
	);

/** Shades of grey are how a page looks; a colour is what somebody chose. */
function isColour(value: string): boolean {
	const [, hex] = /^#([\da-f]{3}|[\da-f]{6})\b/i.exec(value) ?? [];
	const [, ...rgb] = /^rgba?\(\s*(\d+)[,\s]+(\d+)[,\s]+(\d+)/.exec(value) ?? [];
	const parts = hex ? hexParts(hex) : rgb.map(Number);
	if (parts.length === 3) return Math.max(...parts) - Math.min(...parts) > 40;
	return /^(red|blue|green|yellow|lime|aqua|cyan|magenta|fuchsia|orange|purple|maroon|navy|olive|teal|pink|brown)\b/i.test(
		value
	);
}

const hexParts = (hex: string): number[] =>
	(hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g)!).map((part) => parseInt(part, 16));

const raised: Record<string, string> = {
	0: '⁰',
	1: '¹',
	2: '²',
	3: '³',
	4: '⁴',
	5: '⁵',
	6: '⁶',
	7: '⁷',
	8: '⁸',
	9: '⁹',
	'-': '⁻'
};
const lowered: Record<string, string> = {
	0: '₀',
	1: '₁',
	2: '₂',
	3: '₃',
	4: '₄',
	5: '₅',
	6: '₆',
	7: '₇',
	8: '₈',
	9: '₉'
};

/** The 2 of "km²" or of "CO₂" as a character of its own, or null if there is none. */
export function asRaised(name: 'sup' | 'sub', words: string): string | null {
	const signs = [...words.trim()].map((sign) => (name === 'sup' ? raised : lowered)[sign]);
	return signs.length > 0 && signs.every((sign) => sign !== undefined) ? signs.join('') : null;
}
