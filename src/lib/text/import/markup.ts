import { decodeEntities } from './entities.ts';

/** An element of HTML or XML; what lies in it are elements and words. */
export interface Element {
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string>;
	children: Markup[];
}
export type Markup = Element | string;

/** How deep elements may lie in each other; what lies deeper counts as lying there. */
const deepestMarkup = 100;

export function element(name: string, attributes: Record<string, string> = {}, children: Markup[] = []): Element {
	return { name, attributes: new Map(Object.entries(attributes)), children };
}

/** The words of everything below. */
export const wordsOf = (node: Markup): string =>
	typeof node === 'string' ? node : node.children.map(wordsOf).join('');

export const isBlank = (node: Markup): boolean => wordsOf(node).trim() === '';

/**
 * Reads HTML of whatever quality. Nothing of it can run or fetch anything, because no browser ever sees it: it becomes plain
 * values, from which only known things are taken on.
 */
export const readHtml = (html: string): Element => build(html, true);

/** Reads XML as Office programs write it. Declarations of a document type count for nothing. */
export const readXml = (xml: string): Element => build(xml, false);

export function writeXml(node: Markup): string {
	if (typeof node === 'string') return escape(node);
	const inside = node.children.map(writeXml).join('');
	return `<${node.name}${attributesAs(node)}>${inside}</${node.name}>`;
}

/** Writes cleaned HTML; a line break is the only element without an end. */
export function writeHtml(node: Markup): string {
	if (typeof node === 'string') return escape(node);
	const inside = node.children.map(writeHtml).join('');
	return `<${node.name}${attributesAs(node)}>${node.name === 'br' ? '' : `${inside}</${node.name}>`}`;
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (words: string): string => words.replace(/[&<>"]/g, (sign) => signs[sign]!);
const attributesAs = ({ attributes }: Element): string =>
	[...attributes].map(([name, value]) => ` ${name}="${escape(value)}"`).join('');

const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** What lies in these is no markup and nothing to read. */
const raw = new Set('script style textarea title xmp iframe noembed noframes'.split(' '));

const endsParagraph = new Set(
	'address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table ul'.split(
		' '
	)
);
/** Which open elements an element ends without saying so, and how far out it looks for them. */
const ends: Record<string, { closes: readonly string[]; within: readonly string[] }> = {
	li: { closes: ['li'], within: ['ul', 'ol', 'table'] },
	dt: { closes: ['dt', 'dd'], within: ['dl', 'table'] },
	dd: { closes: ['dt', 'dd'], within: ['dl', 'table'] },
	td: { closes: ['td', 'th'], within: ['tr', 'table'] },
	th: { closes: ['td', 'th'], within: ['tr', 'table'] },
	tr: { closes: ['tr'], within: ['table'] },
	tbody: { closes: ['thead', 'tbody', 'tfoot'], within: ['table'] },
	tfoot: { closes: ['thead', 'tbody', 'tfoot'], within: ['table'] }
};
const cells = ['td', 'th', 'caption', 'table'];

function build(source: string, html: boolean): Element {
	const root = element('');
	const open: Element[] = [root];
	let beyond = 0;
	const close = (names: readonly string[], within: readonly string[] = []) => {
		for (let at = open.length - 1; at > 0; at--) {
			if (names.includes(open[at]!.name)) return void (open.length = at);
			if (within.includes(open[at]!.name)) return;
		}
	};
	for (const token of tokens(source, html)) {
		if ('words' in token) {
			if (token.words !== '') open.at(-1)!.children.push(token.words);
		} else if ('end' in token) {
			if (beyond > 0) beyond -= 1;
			else close([token.end], html && !/^(table|t[rdh]|tbody|thead|tfoot)$/.test(token.end) ? cells : []);
		} else {
			const { name } = token.begin;
			if (html && endsParagraph.has(name)) close(['p'], cells);
			if (html && ends[name]) close(ends[name].closes, ends[name].within);
			open.at(-1)!.children.push(token.begin);
			if (token.closed || (html && voids.has(name))) continue;
			if (open.length < deepestMarkup) open.push(token.begin);
			else beyond += 1;
		}
	}
	return root;
}

type Token = { words: string } | { end: string } | { begin: Element; closed: boolean };

function* tokens(source: string, html: boolean): Generator<Token> {
	const tag = /<(\/?)([A-Za-z][^\s/>]*)/y;
	const behind = (mark: string, from: number) =>
		(source.indexOf(mark, from) + 1 || source.length + 1) - 1 + mark.length;
	for (let at = 0; at < source.length;) {
		const next = source.indexOf('<', at);
		const until = next < 0 ? source.length : next;
		yield { words: decodeEntities(source.slice(at, until)) };
		at = until;
		if (source.startsWith('<!--', at)) at = behind('-->', at + 4);
		else if (!html && source.startsWith('<![CDATA[', at)) {
			const end = behind(']]>', at);
			yield { words: source.slice(at + 9, end - 3) };
			at = end;
		} else if (/^<[!?]/.test(source.slice(at, at + 2))) at = behind('>', at);
		else if (at < source.length) {
			tag.lastIndex = at;
			const [whole, end, written] = tag.exec(source) ?? ['<'];
			at += whole.length;
			if (!written) {
				yield { words: '<' };
				continue;
			}
			const name = html ? written.toLowerCase() : written;
			const { attributes, to, closed } = readAttributes(source, at, html);
			at = to;
			if (end) yield { end: name };
			else yield { begin: { name, attributes, children: [] }, closed: closed && (!html || name.includes(':')) };
			if (html && !end && raw.has(name)) at = endOfRaw(source, name, at);
		}
	}
}

function readAttributes(source: string, from: number, html: boolean) {
	const attribute = /[\s/]*([^\s=>/][^\s=>/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?|[\s/]*=/y;
	const attributes = new Map<string, string>();
	attribute.lastIndex = from;
	let to = from;
	for (let found = attribute.exec(source); found; found = attribute.exec(source)) {
		to = attribute.lastIndex;
		const [, written, double, single, bare] = found;
		const name = html ? written?.toLowerCase() : written;
		if (name && !attributes.has(name)) attributes.set(name, decodeEntities(double ?? single ?? bare ?? ''));
	}
	const end = source.indexOf('>', to);
	const stop = end < 0 ? source.length : end;
	return { attributes, to: stop + 1, closed: source[stop - 1] === '/' };
}

function endOfRaw(source: string, name: string, from: number): number {
	const end = new RegExp(`</${name}`, 'gi');
	end.lastIndex = from;
	return end.exec(source)?.index ?? source.length;
}
