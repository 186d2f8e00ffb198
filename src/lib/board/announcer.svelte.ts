import type { BoardSnapshot } from '#board/board-element.ts';
import type { BoardChange } from '#board/changes.ts';
import * as m from '#paraglide/messages.js';
import { NewsDesk, type News } from './news.ts';
import { titleOr } from './words.ts';

/** What others do is told at most this often, in milliseconds. */
export const newsEvery = 10_000;

/** What a person can do about what she was just told. */
export interface Offer {
	label: string;
	accept(): void;
}

/** Tells a person what happened: what she did at once, what others did now and then. */
export class Announcer {
	/** The last word about an own action, also shown; with what can be done about it. */
	word = $state.raw<{ text: string; offer: Offer | null } | null>(null);
	/** The last news about others and what everybody else sees, for screen readers only. */
	news = $state('');
	/** Whether this person wants to hear about others. */
	newsOn = $state(true);
	readonly #desk = new NewsDesk();
	readonly #board: () => BoardSnapshot;
	#nextNews: ReturnType<typeof setTimeout> | undefined;
	#endOfWord: ReturnType<typeof setTimeout> | undefined;

	constructor(board: () => BoardSnapshot) {
		this.#board = board;
	}

	/** Says something about an own action at once. An offer stays for ten seconds. */
	say(text: string, offer: Offer | null = null): void {
		clearTimeout(this.#endOfWord);
		this.word = { text, offer };
		this.#endOfWord = setTimeout(() => (this.word = null), offer ? 10_000 : 5_000);
	}

	/** Says what who sees the screen sees anyway. */
	describe(text: string): void {
		this.news = text;
	}

	hush(): void {
		clearTimeout(this.#endOfWord);
		this.word = null;
	}

	hear(changes: readonly BoardChange[], before: BoardSnapshot): void {
		if (!changes.some(({ local }) => !local)) return;
		this.#desk.hear(changes, before);
		this.#nextNews ??= setTimeout(() => {
			this.#nextNews = undefined;
			const news = this.#desk.take(this.#board());
			if (news && this.newsOn) this.news = newsText(news);
		}, newsEvery);
	}

	close(): void {
		clearTimeout(this.#nextNews);
		clearTimeout(this.#endOfWord);
	}
}

/** "3 neue Karten in Mobilität, 1 Karte geändert" */
export function newsText({ added, changed, deleted }: News): string {
	const parts = [...added].map(([area, count]) =>
		area === null ? m.board_news_added({ count }) : m.board_news_added_in({ count, area: titleOr(area) })
	);
	if (changed > 0) parts.push(m.board_news_changed({ count: changed }));
	if (deleted > 0) parts.push(m.board_news_deleted({ count: deleted }));
	return parts.join(', ');
}
