import type * as Y from 'yjs';
import type { Mentionable } from '#domain/comments/mentions.ts';
import type { TextCommentsView, TextThreadView } from '#protocol/text-comments.ts';
import { AnchorFinder, wishBetween, type AnchorWish } from '#text/anchors.ts';
import { TextPlaces, type TextPoint, type TextRange } from '#text/text-places.ts';
import * as m from '#paraglide/messages.js';
import { CommentDoor, type Asked, type CommentSubject, type CommentWords } from './comment-door.ts';

/** Words of the text on which an open thread hangs. */
export interface CommentMark {
	threadId: string;
	ranges: readonly TextRange[];
	chosen: boolean;
}

/** Where somebody is about to say something. */
interface Beginning {
	wish: AnchorWish;
	quote: string;
}

/** Where words stand is looked for at most so often, and what others say is told in one sentence, in milliseconds. */
const lookingPause = 200;
const newsPause = 1_500;

/** The comments of one text as its page shows them. */
export class TextComments {
	/** The thread that is looked at. */
	chosen = $state<string | null>(null);
	/** What a new thread is being begun about; null while none is. */
	beginning = $state.raw<Beginning | null>(null);
	/** Whether only those threads are listed that concern the reader. */
	onlyMine = $state(false);
	/** What others have said since, for screen readers. */
	news = $state('');
	readonly door: CommentDoor;
	readonly #first: () => TextCommentsView;
	#fetched = $state.raw<{ after: TextCommentsView; view: TextCommentsView } | null>(null);
	#doc = $state.raw<Y.Doc | null>(null);
	#moment = $state(0);
	#people: Promise<Mentionable[]> | null = null;
	#unheard = 0;
	#nextNews: ReturnType<typeof setTimeout> | undefined;
	#cameFrom: HTMLElement | null = null;

	/** What was said, as the page brought it or as it was fetched since. */
	readonly view = $derived.by(() => (this.#fetched?.after === this.#first() ? this.#fetched.view : this.#first()));
	readonly #finder = $derived.by(() => {
		void this.#moment;
		return this.#doc && new AnchorFinder(this.#doc);
	});
	readonly #ranges = $derived.by(() => {
		const finder = this.#finder;
		const anchored = this.view.threads.filter(({ settled }) => !settled);
		return new Map(anchored.map(({ id, anchor }) => [id, (anchor && finder?.rangesOf(anchor)) ?? []]));
	});
	readonly #wanted = $derived(
		this.view.threads.filter((thread) => thread.anchor !== null && (!this.onlyMine || concernsReader(thread)))
	);
	/** What is open, in the order of the text; as long as the text is not there, in that of the time. */
	readonly open = $derived.by(() => {
		const finder = this.#finder;
		const placeOf = ({ id }: TextThreadView) => this.#ranges.get(id)?.[0];
		const open = this.#wanted.filter((thread) => !thread.settled && (finder === null || placeOf(thread)));
		const order = (thread: TextThreadView) => {
			const place = placeOf(thread);
			return finder && place ? [finder.paragraphAt(place.paragraphId), place.from] : [0, 0];
		};
		return open
			.map((thread) => ({ thread, at: order(thread) }))
			.sort(({ at: [one, from] }, { at: [other, to] }) => one! - other! || from! - to!)
			.map(({ thread }) => thread);
	});
	/** What is open, but its words are gone. */
	readonly lost = $derived(this.#wanted.filter((thread) => !thread.settled && !this.open.includes(thread)));
	readonly settled = $derived(this.#wanted.filter(({ settled }) => settled));
	/** In how many open threads the reader is called. */
	readonly mentioned = $derived(this.view.threads.filter((thread) => !thread.settled && callsReader(thread)).length);
	/** The words that are marked in the text. */
	readonly marks = $derived.by((): CommentMark[] =>
		[...this.#ranges]
			.filter(([, ranges]) => ranges.length > 0)
			.map(([threadId, ranges]) => ({ threadId, ranges, chosen: threadId === this.chosen }))
	);

	constructor(textId: () => string, first: () => TextCommentsView) {
		this.door = new CommentDoor(textId);
		this.#first = first;
	}

	/** Finds the words in a document that has arrived, and goes along with it. Returns how to stop. */
	follow(doc: Y.Doc): () => void {
		let pause: ReturnType<typeof setTimeout> | undefined;
		const look = () => {
			pause = undefined;
			this.#moment++;
		};
		const onUpdate = () => void (pause ??= setTimeout(look, lookingPause));
		doc.on('update', onUpdate);
		this.#doc = doc;
		this.#people = null;
		return () => {
			clearTimeout(pause);
			clearTimeout(this.#nextNews);
			doc.off('update', onUpdate);
			if (this.#doc === doc) this.#doc = null;
		};
	}

	/** Asks again what was said. Others' words are counted, and told together a moment later. */
	async refresh(): Promise<void> {
		const after = this.#first();
		const view = await this.door.read();
		if (view === null || after !== this.#first()) return;
		const known = new Set(this.view.threads.flatMap(({ answers }) => answers.map(({ id }) => id)));
		const fresh = view.threads.flatMap(({ answers }) => answers).filter(({ id, mine }) => !mine && !known.has(id));
		this.#fetched = { after, view };
		if (fresh.length === 0) return;
		this.#unheard += fresh.length;
		this.#nextNews ??= setTimeout(() => {
			this.#nextNews = undefined;
			this.news = m.comment_news({ count: this.#unheard });
			this.#unheard = 0;
		}, newsPause);
	}

	/** Which paragraph this is, from 1 on; null where it is not known. */
	numberOf(paragraphId: string): number | null {
		const at = this.#finder?.paragraphAt(paragraphId) ?? -1;
		return at < 0 ? null : at + 1;
	}

	/** The open threads that hang on a paragraph or on words in it. */
	onParagraph(paragraphId: string): TextThreadView[] {
		const here = (ranges: readonly TextRange[]) => ranges.some((range) => range.paragraphId === paragraphId);
		return this.view.threads.filter(({ id }) => here(this.#ranges.get(id) ?? []));
	}

	/** The thread about something that is suggested, or null. */
	onSuggestion(suggestionId: string): TextThreadView | null {
		return this.view.threads.find((thread) => thread.suggestionId === suggestionId) ?? null;
	}

	/** Begins to say something about words of the text; the field for it opens. */
	begin(from: TextPoint, to: TextPoint): void {
		if (!this.#doc) return;
		const places = new TextPlaces(this.#doc);
		const wish = wishBetween(places, from, to);
		if (wish) this.#open(places, wish);
	}

	/** The same about a paragraph as a whole. */
	beginOnParagraph(paragraphId: string): void {
		if (this.#doc) this.#open(new TextPlaces(this.#doc), { paragraphId, between: null });
	}

	#open(places: TextPlaces, wish: AnchorWish): void {
		const focused = document.activeElement;
		this.#cameFrom = focused instanceof HTMLElement ? focused : null;
		const ranges = new AnchorFinder(places.doc).rangesOfWish(wish);
		const words = ranges.map(({ paragraphId, from, to }) => places.block(paragraphId)?.words.slice(from, to) ?? '');
		this.beginning = { wish, quote: words.join(' ') };
	}

	/** Closes the field, says what came of it and goes back to where she came from. */
	leave(word = ''): void {
		this.beginning = null;
		this.news = word;
		const back = this.#cameFrom;
		setTimeout(() => back?.focus({ preventScroll: true }));
	}

	/** Says something in a new thread. */
	async start(subject: CommentSubject, words: CommentWords): Asked<{ threadId: string }> {
		const started = await this.#told(this.door.start(subject, words));
		if (started?.ok) this.chosen = started.value.threadId;
		return started;
	}

	answer = (threadId: string, words: CommentWords) => this.#told(this.door.answer(threadId, words));
	settle = (threadId: string, settled: boolean) => this.#told(this.door.settle(threadId, settled));
	remove = (threadId: string, answerId: string) => this.#told(this.door.remove(threadId, answerId));

	/** Whom one can call; asked for once, when somebody begins to. */
	people(): Promise<Mentionable[]> {
		this.#people ??= this.door.people().then((people) => {
			if (people === null) this.#people = null;
			return people ?? [];
		});
		return this.#people;
	}

	/** Where the words of a thread begin now. */
	placeOf(threadId: string): TextRange | null {
		return this.#ranges.get(threadId)?.[0] ?? null;
	}

	async #told<T>(asked: Asked<T>): Asked<T> {
		const answer = await asked;
		await this.refresh();
		return answer;
	}
}

/** Whether the reader is called in a thread. */
export const callsReader = ({ answers }: TextThreadView): boolean =>
	answers.some(({ mentions }) => mentions.some(({ me }) => me));

/** She has spoken in it, or is called. */
const concernsReader = (thread: TextThreadView): boolean =>
	callsReader(thread) || thread.answers.some(({ mine }) => mine);
