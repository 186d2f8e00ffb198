import { areaAt } from '../arrange.ts';
import type { Box } from '#board/operations/resize-element.ts';
import * as m from '#paraglide/messages.js';
import { zoomLimits, type Camera, type Size } from '../camera.ts';
import { middleOf } from '../connector-line.ts';
import type { Desk } from '../desk.svelte.ts';
import { titleOr } from '../words.ts';

/** Seeing what somebody else sees, and being seen with. */
export class Follow {
	/** The pseudonym of whom this person follows. */
	#person = $state<string | null>(null);
	#name = $state('');
	readonly #desk: Desk;
	#area: string | null = null;
	#heard: ReadonlyMap<number, number> = new Map();

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	get person(): string | null {
		return this.#person;
	}

	get name(): string {
		return this.#name;
	}

	/** What whom this person follows sees at this moment. */
	get view(): Box | null {
		return this.#desk.presence.peers.find(({ user, view }) => user.id === this.#person && view)?.view ?? null;
	}

	start(person: string): void {
		const user = this.#desk.presence.people.find(({ id }) => id === person);
		if (!user) return;
		this.#person = person;
		this.#name = user.name || m.board_person_nameless();
		this.#area = null;
	}

	stop(): void {
		if (this.#person === null) return;
		this.#person = null;
		this.#desk.announcer.say(m.canvas_follow_ended({ name: this.#name }));
	}

	/** Says into which area she has come, for whoever does not see it. */
	tellArea(view: Box): void {
		const area = areaAt(this.#desk.board.index, middleOf(view), new Set());
		if (!area || area.id === this.#area) return;
		this.#area = area.id;
		this.#desk.announcer.describe(m.canvas_follow_area({ name: this.#name, area: titleOr(area.text) }));
	}

	/** Calls up to now do not count: one was not here, or not on the canvas. */
	passOver(): void {
		this.#heard = this.#desk.presence.calls;
	}

	/** Follows a facilitator who has called everybody since this was asked last. */
	hearCalls(): void {
		const calls = this.#desk.presence.calls;
		const news = [...calls].find(([client, call]) => (this.#heard.get(client) ?? call) !== call);
		this.#heard = calls;
		const caller = news && this.#desk.presence.peers.find(({ client }) => client === news[0]);
		if (caller) this.start(caller.user.id);
	}

	/** Brings all who have this board open to what is seen here. */
	callEverybody(): void {
		this.stop();
		this.#desk.presence.show({ call: Date.now() });
		this.#desk.announcer.say(m.canvas_called());
	}
}

/** A part of the board, shown as large as the screen allows. */
export function showing({ x, y, w, h }: Box, size: Size): Camera {
	const most = Math.min(size.w / Math.max(w, 1), size.h / Math.max(h, 1));
	const zoom = Math.min(Math.max(most, zoomLimits.least), zoomLimits.most);
	return { x: x + w / 2 - size.w / zoom / 2, y: y + h / 2 - size.h / zoom / 2, zoom };
}

/** On the way from one camera to another, the share of it that one frame goes; near the end it is there. */
export function towards(from: Camera, to: Camera, share: number): Camera {
	const zoom = from.zoom * (to.zoom / from.zoom) ** share;
	const near =
		Math.hypot((to.x - from.x) * to.zoom, (to.y - from.y) * to.zoom) < 1 && Math.abs(to.zoom / zoom - 1) < 0.002;
	return near ? to : { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, zoom };
}
