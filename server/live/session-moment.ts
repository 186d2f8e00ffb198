import type { AnyState, SessionViewKind } from '#protocol/session-state.ts';

/** What was read of a session at one moment. */
export interface SessionReading {
	/** What a kind of viewer may see of it. */
	show(view: SessionViewKind): AnyState;
	/** Who may see it: everybody while the session is public, otherwise those who stay inside. */
	admits(view: SessionViewKind, participantId: string): boolean;
}

/** A session at one moment. What a kind of viewer may see of it is put into text once for all viewers of that kind. */
export class SessionMoment {
	readonly #reading: SessionReading;
	readonly #texts = new Map<SessionViewKind, string>();

	constructor(reading: SessionReading) {
		this.#reading = reading;
	}

	show(view: SessionViewKind): AnyState {
		return this.#reading.show(view);
	}

	admits(view: SessionViewKind, participantId: string): boolean {
		return this.#reading.admits(view, participantId);
	}

	text(view: SessionViewKind): string {
		const text = this.#texts.get(view) ?? JSON.stringify(this.show(view));
		this.#texts.set(view, text);
		return text;
	}
}
