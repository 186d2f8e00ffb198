import { cleanCharacters } from '#domain/texts/normal-form.ts';
import type { Tally } from './dropped.ts';
import { element, isBlank, wordsOf, type Element, type Markup } from './markup.ts';

/** Where in the text something stands, and how the words there look. */
export interface Place {
	readonly bold?: boolean;
	readonly italic?: boolean;
	readonly href?: string;
	readonly foreign?: boolean;
	readonly lines?: boolean;
	readonly heading?: boolean;
	readonly inTable?: boolean;
	readonly depth?: number;
}

/** A paragraph that is being read, and the blocks before it. */
export class Flow {
	readonly blocks: Element[] = [];
	/** As what the next paragraph is written. */
	rank = 'p';
	#line: Markup[] = [];
	readonly #fits: (stretches: readonly string[]) => boolean;
	readonly #tally: Tally;

	constructor(fits: (stretches: readonly string[]) => boolean, tally: Tally) {
		this.#fits = fits;
		this.#tally = tally;
	}

	addWords(words: string, { bold, italic, href, lines }: Place): void {
		const clean = cleanCharacters(words);
		if (lines && clean.includes('\n')) {
			clean.split('\n').forEach((line, at) => {
				if (at > 0) this.addBreak();
				this.addWords(line, { ...(bold && { bold }), ...(italic && { italic }), ...(href && { href }) });
			});
			return;
		}
		if (clean === '') return;
		const slanted: Markup = italic ? element('em', {}, [clean]) : clean;
		const heavy: Markup = bold ? element('strong', {}, [slanted]) : slanted;
		this.#line.push(href ? element('a', { href }, [heavy]) : heavy);
	}

	addBreak(): void {
		this.#line.push(element('br'));
	}

	add(...blocks: Element[]): void {
		this.endParagraph();
		this.blocks.push(...blocks);
	}

	endParagraph(): void {
		const line = trimmed(this.#line);
		this.#line = [];
		if (line.length === 0) return;
		if (this.#fits(line.map(wordsOf))) this.blocks.push(element(this.rank, {}, line));
		else this.#tally.count('rest');
	}
}

/** A line without blanks and breaks at its ends. */
function trimmed(line: Markup[]): Markup[] {
	const first = line.findIndex((node) => !isBlank(node));
	return first < 0 ? [] : line.slice(first, line.findLastIndex((node) => !isBlank(node)) + 1);
}
