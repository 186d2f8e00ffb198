/** Who has a screen of a session open on other processes, as these tell it. */
export class WatchersElsewhere {
	/** By session, then by process. */
	readonly #participants = new Map<string, Map<string, readonly string[]>>();

	/** A process tells whose screens of a session are open there. */
	heard(process: string, sessionId: string, participants: readonly string[]): void {
		const ofSession = this.#participants.get(sessionId) ?? new Map<string, readonly string[]>();
		if (participants.length > 0) this.#participants.set(sessionId, ofSession.set(process, participants));
		else if (ofSession.delete(process) && ofSession.size === 0) this.#participants.delete(sessionId);
	}

	/** A process is gone, and with it everybody's screens there. The answer names the sessions they were of. */
	gone(process: string): string[] {
		const sessions = [...this.#participants].filter(([, processes]) => processes.has(process)).map(([id]) => id);
		for (const sessionId of sessions) this.heard(process, sessionId, []);
		return sessions;
	}

	/** Adds those who watch a session elsewhere to those who watch it here. */
	addTo(here: Set<string>, sessionId: string): Set<string> {
		for (const participants of this.#participants.get(sessionId)?.values() ?? [])
			for (const participant of participants) here.add(participant);
		return here;
	}
}
