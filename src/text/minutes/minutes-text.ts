import { docToPlain, type Doc, type DocNode } from '#domain/texts/doc.ts';
import { dayIn, timeIn } from '#domain/house-time.ts';
import { stances } from '#domain/texts/suggestions.ts';
import { isVariant, letterOf, variantOf } from '#domain/texts/variants.ts';
import { heading, list, paragraph, textOfBlocks } from '../blocks.ts';
import type { Rewording } from '../rewordings/rewording.ts';
import { atParagraphs, type Passage } from './at-paragraphs.ts';
import { changedWords } from './changed-words.ts';
import { minutesWords, type MinutesLanguage, type MinutesWords } from './minutes-words.ts';
import {
	asLeftBy,
	happenedIn,
	type Author,
	type MinutedMotion,
	type MinutedSuggestion,
	type Sitting
} from './sitting.ts';

/**
 * The minutes of a sitting on a text as somebody begins to edit them: who was there, and in the order of the text what became of every suggestion;
 * then the motions that were decided and the versions that were kept. It claims nothing that is not on record; what is missing people write.
 */
export function minutesText(sitting: Sitting, language: MinutesLanguage, zone: string): Doc {
	return new MinutesWriter(minutesWords[language], zone).write(sitting);
}

class MinutesWriter {
	readonly #words: MinutesWords;
	readonly #zone: string;

	constructor(words: MinutesWords, zone: string) {
		this.#words = words;
		this.#zone = zone;
	}

	write(sitting: Sitting): Doc {
		const left = sitting.suggestions.map((each) => asLeftBy(sitting, each)).filter((each) => each !== null);
		const { passages, unanchored } = atParagraphs(sitting.body, left);
		return textOfBlocks(
			...this.#head(sitting),
			...this.#suggestions(sitting, passages, unanchored),
			...this.#motions(sitting),
			...this.#versions(sitting)
		);
	}

	#head({ title, about, from, until, present, keeper }: Sitting): DocNode[] {
		const words = this.#words;
		const day = words.weekday.format(new Date(`${dayIn(this.#zone, from)}T00:00:00Z`));
		return [
			heading(1, words.heading(title)),
			paragraph(words.about(about)),
			paragraph(words.day(day)),
			paragraph(words.hours(this.#end(from, from), this.#end(until, from))),
			paragraph(words.keeper(keeper || words.nameless)),
			heading(2, words.present),
			present.length > 0 ? list('bulletList', present) : paragraph(words.nobody)
		];
	}

	#suggestions(
		sitting: Sitting,
		passages: readonly Passage<MinutedSuggestion>[],
		unanchored: readonly MinutedSuggestion[]
	): DocNode[] {
		const words = this.#words;
		if (passages.length + unanchored.length === 0)
			return [heading(2, words.suggestions), paragraph(words.noSuggestions)];
		return [
			heading(2, words.suggestions),
			...(passages.length > 0 ? [paragraph(words.linesOf(this.#moment(sitting.begun)))] : []),
			...passages.flatMap(({ lines, words: beginning, items }) => [
				heading(3, lines ? `${words.lines(lines.first, lines.last)}: ${beginning}` : words.wordless),
				...items.flatMap((each) => this.#suggestion(each))
			]),
			...(unanchored.length > 0 ? [heading(3, words.unanchored)] : []),
			...unanchored.flatMap((each) => [
				...this.#suggestion(each),
				...(each.heading ? [paragraph(words.under(each.heading))] : [])
			])
		];
	}

	#suggestion(suggestion: MinutedSuggestion): DocNode[] {
		const words = this.#words;
		const { author, basis, at, reason, state, variant, decision, objections } = suggestion;
		const becomes = state === 'variant' ? words.goesOnAs(letterOf(variant ?? 1)) : words.fates[state];
		const head = labelled(this.#author(author), `, ${words.handedIn(this.#moment(at))}`);
		const fate = decision
			? labelled(
					words.fate(becomes, this.#moment(decision.at)),
					decision.reason && `. ${words.reason(decision.reason)}`
				)
			: labelled(becomes, '');
		// What somebody has taken back is told to nobody; that she did, is.
		if (state === 'withdrawn') return [head, fate];
		return [
			head,
			...(basis ? [paragraph(words.basis(this.#author(basis)))] : []),
			...this.#change(suggestion),
			...(reason ? [spoken(words.reason(reason))] : []),
			...this.#polls(suggestion),
			...objections.map(({ name, text }) => spoken(words.objection(text, name ?? words.nameless))),
			fate
		];
	}

	#polls({ polls }: MinutedSuggestion): DocNode[] {
		const words = this.#words;
		return polls.flatMap((counts, at) => {
			if (stances.every((stance) => counts[stance] === 0)) return [];
			const said = stances.map((stance) => words.stance[stance](counts[stance])).join(', ');
			return [paragraph(`${words.poll(polls.length > 1 ? at + 1 : null)}: ${said}`)];
		});
	}

	#change(rewording: Rewording): DocNode[] {
		const words = this.#words;
		const { old, young } = changedWords(rewording);
		if (old === '' && young === '') return [paragraph(words.formatOnly)];
		if (old === '') return [spoken(words.added(young))];
		if (young === '') return [spoken(words.removed(old))];
		return [spoken(words.before(old)), spoken(words.after(young))];
	}

	#motions(sitting: Sitting): DocNode[] {
		const decided = sitting.motions.filter(({ at }) => happenedIn(sitting, at));
		if (decided.length === 0) return [];
		return [heading(2, this.#words.motions), ...decided.flatMap((each) => this.#motion(each))];
	}

	#motion(motion: MinutedMotion): DocNode[] {
		const words = this.#words;
		const { number, version, lines, author, state, tally, decided, at } = motion;
		const name = isVariant(motion) ? words.variant(letterOf(variantOf(number))) : words.motion(number);
		const votes = tally ? `. ${words.tally(tally.yes, tally.no, tally.abstain)}` : '';
		return [
			heading(3, words.toVersion(name, version, words.lines(lines.first, lines.last))),
			paragraph(this.#author(author)),
			...this.#change(motion),
			...(decided ? [spoken(words.decided(docToPlain({ type: 'doc', content: decided })))] : []),
			labelled(words.fate(words.motionFates[state], this.#moment(at)), votes)
		];
	}

	#versions(sitting: Sitting): DocNode[] {
		const kept = sitting.versions.filter(({ at }) => happenedIn(sitting, at));
		if (kept.length === 0) return [];
		return [
			heading(2, this.#words.versions),
			...kept.flatMap(({ number, sha256, at }) => [
				paragraph(this.#words.version(number, this.#moment(at))),
				paragraph(this.#words.fingerprint(sha256))
			])
		];
	}

	#author({ name, group }: Author): string {
		const shown = name ?? this.#words.nameless;
		return group === null ? shown : this.#words.by(shown, group);
	}

	#moment(at: Date): string {
		return this.#words.moment(dayIn(this.#zone, at), timeIn(this.#zone, at));
	}

	/** When a sitting began or ended; the day stands there only where it is another one than that of the beginning. */
	#end(at: Date, from: Date): string {
		return dayIn(this.#zone, at) === dayIn(this.#zone, from)
			? this.#words.time(timeIn(this.#zone, at))
			: this.#moment(at);
	}
}

/** A paragraph that begins with words that stand out. */
function labelled(label: string, words: string): DocNode {
	const strong: DocNode = { type: 'text', text: label, marks: [{ type: 'bold' }] };
	return { type: 'paragraph', content: words === '' ? [strong] : [strong, { type: 'text', text: words }] };
}

/** A paragraph of words that may have several lines. */
function spoken(words: string): DocNode {
	const content = words
		.split('\n')
		.flatMap((line, at): DocNode[] => [
			...(at > 0 ? [{ type: 'hardBreak' }] : []),
			...(line === '' ? [] : [{ type: 'text', text: line }])
		]);
	return { type: 'paragraph', content };
}
