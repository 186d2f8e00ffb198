import type { Awareness } from 'y-protocols/awareness';
import type { BoardElement, BoardSnapshot } from '#board/board-element.ts';
import type { Box } from '#board/operations/resize-element.ts';
import type { Presence, PresenceIdentity, SaidPresence } from '#protocol/presence.ts';
import { withContent } from './arrange.ts';
import type { Point } from './camera.ts';

/** Somebody else with this board open, in one tab. */
export interface Peer {
	client: number;
	user: PresenceIdentity;
	/** Where the pointer is; null while it rests or is elsewhere. */
	cursor: Point | null;
	selection: readonly string[];
	editing: string | null;
	/** The part of the board that she sees; null where she reads the list. */
	view: Box | null;
	/** Whether she leads and shows the board as slides. */
	presenting: boolean;
}

/** How somebody else carries an element, and where it lay before: once it is put down the way does not count any more. */
interface Carrying {
	way: Point;
	x: number;
	y: number;
}

/** A pointer that rests is hidden after so many milliseconds. */
const restsAfter = 5_000;
/** Who may call everybody, by the server's word. */
const callers: ReadonlySet<string> = new Set(['facilitator', 'process-lead']);
/** At most twenty words about oneself in a second. */
const speakEvery = 50;

/** Who is here besides this person, what they point at and carry; and what she lets them see of herself. */
export class BoardPresence {
	#peers = $state.raw<readonly Peer[]>([]);
	#carrying = $state.raw<ReadonlyMap<string, Carrying>>(new Map());
	#calls = $state.raw<ReadonlyMap<number, number>>(new Map());
	readonly #awareness: Awareness;
	readonly #board: () => BoardSnapshot;
	readonly #moved = new Map<number, { at: number; cursor: string }>();
	readonly #clock: ReturnType<typeof setInterval>;
	readonly #look = () => this.#read();
	#unsaid: Partial<SaidPresence> = {};
	#speaking: ReturnType<typeof setTimeout> | undefined;

	constructor(awareness: Awareness, board: () => BoardSnapshot) {
		this.#awareness = awareness;
		this.#board = board;
		awareness.on('change', this.#look);
		this.#clock = setInterval(() => this.#moved.size > 0 && this.#read(), 1_000);
		this.#read();
	}

	get peers(): readonly Peer[] {
		return this.#peers;
	}

	/** Everybody once, however many tabs. */
	get people(): readonly PresenceIdentity[] {
		const byId = new Map(this.#peers.map(({ user }) => [user.id, user]));
		return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name, 'de'));
	}

	/** When the facilitators who are here last called everybody, 0 for never. */
	get calls(): ReadonlyMap<number, number> {
		return this.#calls;
	}

	/** How somebody else is carrying an element at this moment. */
	wayOf({ id, x, y }: BoardElement): Point | null {
		const carrying = this.#carrying.get(id);
		return carrying && carrying.x === x && carrying.y === y ? carrying.way : null;
	}

	editorOf(id: string): PresenceIdentity | null {
		return this.#peers.find(({ editing }) => editing === id)?.user ?? null;
	}

	/** Lets the others see something of this person. What comes quickly is told together. */
	show(said: Partial<SaidPresence>): void {
		Object.assign(this.#unsaid, said);
		this.#speaking ??= setTimeout(() => {
			this.#speaking = undefined;
			this.#awareness.setLocalState({ ...this.#awareness.getLocalState(), ...this.#unsaid });
			this.#unsaid = {};
		}, speakEvery);
	}

	close(): void {
		this.#awareness.off('change', this.#look);
		clearInterval(this.#clock);
		clearTimeout(this.#speaking);
	}

	#read(): void {
		const now = Date.now();
		const peers: Peer[] = [];
		const carrying = new Map<string, Carrying>();
		const calls = new Map<number, number>();
		for (const [client, state] of this.#awareness.getStates()) {
			const { user, cursor, selection, editing, drag, view, presenting, call = 0 } = state as Partial<Presence>;
			if (client === this.#awareness.clientID || !user) continue;
			const at = cursor && 'x' in cursor ? cursor : null;
			peers.push({
				client,
				user,
				cursor: at && this.#isMoving(client, at, now) ? at : null,
				selection: selection ?? [],
				editing: editing ?? null,
				view: view ?? null,
				presenting: presenting === true && callers.has(user.role)
			});
			if (callers.has(user.role)) calls.set(client, call);
			if (drag) this.#carry(drag, carrying);
		}
		for (const client of this.#moved.keys())
			if (!peers.some((peer) => peer.client === client)) this.#moved.delete(client);
		this.#peers = peers;
		this.#carrying = carrying;
		if (!isSame(calls, this.#calls)) this.#calls = calls;
	}

	#isMoving(client: number, { x, y }: Point, now: number): boolean {
		const cursor = `${x} ${y}`;
		if (this.#moved.get(client)?.cursor !== cursor) this.#moved.set(client, { at: now, cursor });
		return now - (this.#moved.get(client)?.at ?? 0) < restsAfter;
	}

	#carry({ ids, dx, dy }: NonNullable<SaidPresence['drag']>, carrying: Map<string, Carrying>): void {
		const board = this.#board();
		for (const id of withContent(board, ids)) {
			const element = board.byId.get(id);
			const before = this.#carrying.get(id);
			if (element) carrying.set(id, { way: { x: dx, y: dy }, x: before?.x ?? element.x, y: before?.y ?? element.y });
		}
	}
}

const isSame = (a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): boolean =>
	a.size === b.size && [...a].every(([client, call]) => b.get(client) === call);

/** The first letters of the first and the last name. */
export function initials(name: string): string {
	const words = name
		.replace(/[^\p{L}\p{N}\s-]/gu, ' ')
		.split(/\s+/)
		.filter(Boolean);
	const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
	return letters.map((word) => (word ?? '').charAt(0).toUpperCase()).join('') || '?';
}
