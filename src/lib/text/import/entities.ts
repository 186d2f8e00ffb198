/** The names of the characters from U+00A0 to U+00FF, in their order. */
const latin =
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot ' +
	'cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml ' +
	'Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
	'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ' +
	'ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const named = new Map<string, string>([
	...latin.split(' ').map((name, at) => [name, String.fromCharCode(0xa0 + at)] as const),
	...Object.entries({
		amp: '&',
		lt: '<',
		gt: '>',
		quot: '"',
		apos: "'",
		ndash: '–',
		mdash: '—',
		lsquo: '‘',
		rsquo: '’',
		sbquo: '‚',
		ldquo: '“',
		rdquo: '”',
		bdquo: '„',
		lsaquo: '‹',
		rsaquo: '›',
		hellip: '…',
		bull: '•',
		dagger: '†',
		euro: '€',
		trade: '™',
		permil: '‰',
		minus: '−',
		le: '≤',
		ge: '≥',
		ne: '≠',
		asymp: '≈',
		larr: '←',
		rarr: '→',
		harr: '↔',
		rArr: '⇒',
		ensp: '\u2002',
		emsp: '\u2003',
		thinsp: '\u2009'
	})
]);

/** The words with characters instead of their names and numbers; a name that nobody knows stays as it is written. */
export function decodeEntities(words: string): string {
	return words.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,8}));/g, (whole, decimal, hex, name) => {
		if (name) return named.get(name) ?? whole;
		const code = decimal ? parseInt(decimal, 10) : parseInt(hex, 16);
		return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
	});
}
