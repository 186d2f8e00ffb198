import type { AnyState, SessionViewKind } from '#protocol/session-state.ts';

/** A session at one moment. What a kind of viewer may see of it is put into text once for all viewers of that kind. */
export class SessionMoment {
	readonly show: (view: SessionViewKind) => AnyState;
	readonly #texts = new Map<SessionViewKind, string>();

	constructor(show: (view: SessionViewKind) => AnyState) {
		this.show = show;
	}

	text(view: SessionViewKind): string {
		const text = this.#texts.get(view) ?? JSON.stringify(this.show(view));
		this.#texts.set(view, text);
		return text;
	}
}
