import type { Logger } from 'pino';
import { rehearsalRules } from '#domain/rehearsal/pacing.ts';
import type { Database } from '../db/database.ts';
import { findSession } from '../db/repositories/sessions.ts';
import type { Watcher } from '../live/live-sessions.ts';
import { enterGuests, type SimulatedGuest } from './enter-guests.ts';
import { guestRound, type RunCommand } from './guest-round.ts';

/** What rehearsals need from the program. */
export interface RehearsalDoors {
	db: Database;
	clock(): Date;
	log: Logger;
	/** Carries out a command, as for anybody. */
	execute: RunCommand;
	/** Opens a screen of a session, as a phone does; returns how to close it. */
	watch(sessionId: string, watcher: Watcher): Promise<() => void>;
	/** Calls again and again until it is stopped. */
	every(ms: number, run: () => void): () => void;
}

interface Running {
	tenantId: string;
	guests: SimulatedGuest[];
	until: number;
	stop: () => void;
	/** A look around that is under way; the next one waits for it. */
	busy: boolean;
	language: 'de' | 'en';
	/** When each guest's open vote was first seen. */
	seen: Map<string, number>;
}

/**
 * The rehearsals that go on in this process. Their guests join, write, say that they are ready and vote by the same commands as
 * everybody. They leave by themselves when the session ends, after half an hour and when the program closes; nothing brings them back
 * but the facilitator.
 */
export class Rehearsals {
	readonly #doors: RehearsalDoors;
	readonly #running = new Map<string, Running>();
	constructor(doors: RehearsalDoors) {
		this.#doors = doors;
	}

	/** Lets the guests in, unless they are in already. A session that is no rehearsal gets none. */
	async start(tenantId: string, sessionId: string, language: 'de' | 'en'): Promise<void> {
		const session = await findSession(this.#doors.db, tenantId, sessionId);
		if (!session?.rehearsalOf || session.state === 'ended' || this.#running.has(sessionId)) return;
		const running: Running = {
			tenantId,
			guests: [],
			until: this.#doors.clock().getTime() + rehearsalRules.minutes * 60_000,
			stop: () => undefined,
			busy: false,
			language,
			seen: new Map()
		};
		this.#running.set(sessionId, running);
		try {
			running.guests = await enterGuests(this.#doors, session, language);
			running.stop = this.#doors.every(rehearsalRules.tickMs, () => void this.tick(sessionId));
		} catch (error) {
			this.#leave(sessionId);
			throw error;
		}
	}

	/** Whether guests are in a session. */
	runs(sessionId: string): boolean {
		return this.#running.has(sessionId);
	}

	/** The guests look up and do what they do now; a fault ends the rehearsal and never the program. */
	async tick(sessionId: string): Promise<void> {
		const running = this.#running.get(sessionId);
		if (!running || running.busy) return;
		running.busy = true;
		try {
			const late = this.#doors.clock().getTime() >= running.until;
			if (late || !(await guestRound(this.#doors, { sessionId, ...running }))) this.#leave(sessionId);
		} catch (error) {
			this.#doors.log.error({ err: error, sessionId }, 'A rehearsal was broken off');
			this.#leave(sessionId);
		} finally {
			running.busy = false;
		}
	}

	/** All guests leave; the program stops. */
	close(): void {
		for (const sessionId of [...this.#running.keys()]) this.#leave(sessionId);
	}

	#leave(sessionId: string): void {
		const running = this.#running.get(sessionId);
		running?.stop();
		for (const { leave } of running?.guests ?? []) leave();
		this.#running.delete(sessionId);
	}
}
