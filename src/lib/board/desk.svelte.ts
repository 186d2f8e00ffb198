import type { Awareness } from 'y-protocols/awareness';
import type { BoardDocs } from '#board/board-docs.ts';
import type { BoardElement, BoardSnapshot } from '#board/board-element.ts';
import type { Colour } from '#board/colours.ts';
import { defaultPen, type PenWidth } from '#board/elements/ink.ts';
import type { Box } from '#board/operations/resize-element.ts';
import type { LinkedKind } from '#board/elements/linked.ts';
import { definitionOf, isWritable } from '#board/elements.ts';
import { firstToRead, outlineOf, readingOrder, type Outline } from '#board/outline.ts';
import { invariant, type Result } from '#domain/result.ts';
import * as m from '#paraglide/messages.js';
import type { BoardActions, Where } from './actions.ts';
import type { Announcer } from './announcer.svelte.ts';
import { BoardVotes } from './board-votes.svelte.ts';
import { BoardState } from './board-state.svelte.ts';
import type { Camera, Point } from './camera.ts';
import type { Follow } from './follow/follow.svelte.ts';
import { focusOn } from './focus.ts';
import type { KeyWish } from './keys.ts';
import { BoardLegend } from './legend/board-legend.svelte.ts';
import { BoardPresence } from './presence.svelte.ts';
import { LinkedThings } from './linked-things.svelte.ts';
import { mayChange, type BoardRights } from './rights.ts';
import type { Slides } from './slides/slides.svelte.ts';
import { Selection } from './selection.svelte.ts';
import type { Work } from './work.svelte.ts';

/** A dialog that both views use. */
export type OpenDialog =
	| {
			is: 'menu' | 'move' | 'quarter' | 'layout' | 'align' | 'stack' | 'connect' | 'remove' | 'vote' | 'keep-template';
			ids: readonly string[];
	  }
	| { is: 'comment'; ids: readonly string[]; at?: Point }
	| { is: 'insert'; where: Where }
	| { is: 'linked'; kind: LinkedKind; where: Where }
	| { is: 'bin' | 'export' | 'find' | 'help' | 'legend' | 'palette' | 'templates' };

/** The view that is shown, and how to ask it for something. */
export interface ShownView {
	is: 'canvas' | 'list';
	grant(wish: KeyWish): void;
}

/** What a tap on the canvas is for. */
export type Mode = 'choose' | 'many' | 'connect' | 'draw';

/** With what one draws. */
export interface Pen {
	width: PenWidth;
	colour: Colour;
}

/** What belongs to a board and stands in no document. */
export interface Beside {
	votes?: BoardVotes;
	boardId?: string;
	/** Whether this person may comment; she may also when she lays no cards. */
	mayComment?: boolean;
	/** Where one looks, kept beyond this desk for the next one that shows the same board. */
	eyes?: { camera: Camera | null };
}

/** What comes after the first picture of a board. */
type Hands = typeof import('./hands.ts');

/** Everything of one open board that both views work with. */
export class Desk {
	readonly board: BoardState;
	readonly selection = new Selection();
	readonly presence: BoardPresence;
	readonly legend: BoardLegend;
	readonly votes: BoardVotes;
	readonly boardId: string;
	/** This person's pseudonym in the documents. */
	readonly by: string;
	readonly mayComment: boolean;
	readonly eyes: Beside['eyes'];
	readonly linked = new LinkedThings();
	/** Whose text is being edited here. */
	editing = $state<string | null>(null);
	dialog = $state.raw<OpenDialog | null>(null);
	mode = $state<Mode>('choose');
	/** What a board does without at first, once it is here. */
	atNeed = $state.raw<typeof import('./at-need.ts') | null>(null);
	pen = $state.raw<Pen>({ width: defaultPen, colour: 'blue' });
	/** The first end, while two are being tapped to connect them. */
	connectFrom = $state<string | null>(null);
	lettersOn = $state(true);
	minimapOn = $state(true);
	/** What one works with, once it is here; until then the board is only looked at. */
	hands = $state.raw<Hands | null>(null);
	#work = $state.raw<Work | null>(null);
	readonly docs: BoardDocs;
	readonly #rights: () => BoardRights;
	readonly #outline = $derived.by((): Outline => outlineOf(this.snapshot));
	readonly #order = $derived.by(() => readingOrder(this.#outline));
	/** The one thing that Tab reaches on the canvas. */
	readonly tabStop = $derived.by(() => this.selection.active ?? firstToRead(this.snapshot));

	/** Her rights come as a getter, because they change with the steps. */
	constructor(
		docs: BoardDocs,
		awareness: Awareness,
		by: string,
		rights: () => BoardRights,
		{ votes = new BoardVotes(), boardId = '', mayComment = false, eyes }: Beside = {}
	) {
		this.votes = votes;
		this.boardId = boardId;
		this.mayComment = mayComment;
		this.eyes = eyes;
		this.by = by;
		this.docs = docs;
		this.#rights = rights;
		this.board = new BoardState(docs, (changes, before) => {
			this.selection.keep(this.snapshot);
			if (this.editing !== null && !this.board.element(this.editing)) this.editing = null;
			this.#work?.hear(changes, before);
		});
		this.presence = new BoardPresence(awareness, () => this.snapshot);
		this.legend = new BoardLegend(docs);
	}

	get canUndo(): boolean {
		return this.#work?.canUndo ?? false;
	}

	get canRedo(): boolean {
		return this.#work?.canRedo ?? false;
	}

	get actions(): BoardActions {
		return this.#atWork().actions;
	}

	get announcer(): Announcer {
		return this.#atWork().announcer;
	}

	get follow(): Follow {
		return this.#atWork().follow;
	}

	get slides(): Slides {
		return this.#atWork().slides;
	}

	/** Begins to work at this desk. */
	takeUp(hands: Hands): void {
		this.#work = new hands.Work(this);
		this.hands = hands;
	}

	#atWork(): Work {
		invariant(this.#work, 'what one works with is here before anybody uses it');
		return this.#work;
	}

	get snapshot(): BoardSnapshot {
		return this.board.snapshot;
	}

	get outline(): Outline {
		return this.#outline;
	}

	/** The ids of everything placed, in the order in which a reader comes by. */
	get order(): readonly string[] {
		return this.#order;
	}

	get rights(): BoardRights {
		return this.#rights();
	}

	may(element: BoardElement): boolean {
		return mayChange(this.rights, element);
	}

	/** Those of the things that this person may change; where it is none of several, she is told. */
	changeable(ids: Iterable<string>): string[] {
		const all = [...ids].flatMap((id) => this.board.element(id) ?? []);
		const own = all.filter((element) => this.may(element));
		if (all.length === 0) this.announcer.say(m.board_said_choose_first());
		else if (own.length === 0) this.announcer.say(m.board_said_not_allowed());
		return own.map(({ id }) => id);
	}

	/** Where an element is shown, also while somebody carries it. */
	placeOf(element: BoardElement): Box {
		const place = this.board.placeOf(element);
		const way = this.presence.wayOf(element);
		return way ? { ...place, x: place.x + way.x, y: place.y + way.y } : place;
	}

	/** Begins to edit the text of an element, as a step of its own. */
	edit(id: string): void {
		const element = this.board.element(id);
		if (!element || this.editing === id) return;
		if (definitionOf(element.type).unique) return this.showComments(id);
		// Nobody writes in what is quoted; its menu says what can be done with it.
		if (!isWritable(element)) return void (this.dialog = { is: 'menu', ids: [id] });
		if (!this.may(element)) return this.announcer.say(m.board_said_not_allowed());
		this.actions.beginStep();
		this.selection.write(id);
		this.editing = id;
		this.presence.show({ editing: id });
	}

	/** Writes what was typed; `before` is the text that was seen. The answer is the text as it is now. */
	type(id: string, before: string, after: string): string {
		this.tell(this.actions.write(id, { before, after }));
		return this.board.element(id)?.text ?? after;
	}

	endEdit(): void {
		if (this.editing === null) return;
		this.editing = null;
		this.actions.beginStep();
		this.presence.show({ editing: null });
	}

	view = $state.raw<ShownView>({ is: 'list', grant: () => undefined });

	/** Brings an element before the eyes; the canvas says how while it is shown, a list scrolls by itself. */
	approach: (id: string) => void = () => undefined;

	/** Leads to an element in whichever view is shown: it is chosen and has the focus. */
	goTo(id: string): void {
		this.selection.choose(id);
		this.approach(id);
		focusOn(id);
	}

	/** Fetches what a board does without at first. Without a network it is tried again the next time. */
	async prepare(): Promise<typeof this.atNeed> {
		return (this.atNeed ??= await import('./at-need.ts').catch(() => null));
	}

	/** The same for what needs it now; null where that cannot be, and whoever works here is told. */
	async need(): Promise<typeof this.atNeed> {
		if (!(await this.prepare())) this.#work?.announcer.say(m.board_said_no_network());
		return this.atNeed;
	}

	/** The pin of the comments on an element. */
	pinOn(id: string): BoardElement | undefined {
		return this.snapshot.elements.find(({ type, on }) => type === 'comment' && on === id);
	}

	/** Opens the comments on an element, those of a pin, or new ones at a place. */
	showComments(id: string | null, at?: Point): void {
		this.dialog = { is: 'comment', ids: id === null ? [] : [id], at };
	}

	/** Opens what was voted on of an element. */
	showVote(id: string): void {
		this.selection.arrive(id);
		this.dialog = { is: 'vote', ids: [id] };
	}

	/** Shows the outcome of a step; a refusal is told in words. */
	tell<T>(result: Result<T>): T | null {
		this.board.settle();
		if (result.ok) return result.value;
		const { problem } = result;
		// The words of all problems are many, and a refusal is rare.
		void import('#lib/ui/problem-text.ts').then(({ describeProblem }) => this.announcer.say(describeProblem(problem)));
		return null;
	}

	close(): void {
		this.#work?.close();
		this.legend.close();
		this.presence.close();
		this.board.close();
	}
}
