import { element, type Markup } from './markup.ts';

/** How deep bold, italic and links may lie in each other. */
const deepest = 8;

/** The lines of one paragraph with what sets words apart; two blanks or a backslash at the end of a line break it. */
export function wordsAndMarks(lines: readonly string[]): Markup[] {
	return lines.flatMap((line, at): Markup[] => {
		const broken = line.endsWith('\\') || line.endsWith('  ');
		const words = marked((line.endsWith('\\') ? line.slice(0, -1) : line).trim(), 0);
		return at === lines.length - 1 ? words : [...words, broken ? element('br') : ' '];
	});
}

/** Each sign with what it makes of the words that belong to it; the first one found counts. */
const signs: readonly [RegExp, (found: RegExpExecArray, within: (words: string) => Markup[]) => Markup][] = [
	[/\\([\\`*_{}[\]()#+\-.!|>~])/y, ([, sign]) => sign!],
	[/`([^`\n]{1,1000})`/y, ([, code]) => code!],
	[/!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)/y, () => element('img')],
	[
		/\[([^\]\n]{1,500})\]\(<?((?:[^()\s>]|\([^()\s>]*\)){1,2000})>?(?: +"[^"\n]{0,500}")?\)/y,
		([, label, href], within) => element('a', { href: href! }, within(label!))
	],
	[/<((?:https?:|mailto:)[^\s<>]{1,2000})>/y, ([, href]) => element('a', { href: href! }, [href!])],
	[
		/(\*\*|__)(?=\S)(.{1,1000}?)(?<=[^\s\\])\1(?![*_])/y,
		([, , words], within) => element('strong', {}, within(words!))
	],
	[/(?<!\w)\*(?=[^\s*])(.{1,1000}?)(?<=[^\s\\])\*(?![\w*])/y, ([, words], within) => element('em', {}, within(words!))],
	[/(?<!\w)_(?=[^\s_])(.{1,1000}?)(?<=[^\s\\])_(?!\w)/y, ([, words], within) => element('em', {}, within(words!))]
];

function marked(words: string, depth: number): Markup[] {
	if (depth > deepest) return [words];
	const made: Markup[] = [];
	let from = 0;
	const next = /[\\`![<*_]/g;
	for (let sign = next.exec(words); sign; sign = next.exec(words)) {
		for (const [pattern, make] of signs) {
			pattern.lastIndex = sign.index;
			const found = pattern.exec(words);
			if (!found) continue;
			const end = pattern.lastIndex;
			if (sign.index > from) made.push(words.slice(from, sign.index));
			made.push(make(found, (inner) => marked(inner, depth + 1)));
			from = next.lastIndex = end;
			break;
		}
	}
	if (from < words.length) made.push(words.slice(from));
	return made;
}
