import type { Logger } from 'pino';
import type { SessionViewKind, StateByView } from '#protocol/session-state.ts';
import { parseDocumentName } from '#protocol/document-names.ts';
import type { Database } from '../db/database.ts';
import type { RecheckFilter } from '../sync/connections.ts';
import { Pace } from './pace.ts';
import { SessionMoment } from './session-moment.ts';
import { SessionViews } from './session-views.ts';
import { SharedReadings } from './shared-readings.ts';
import { WatchersElsewhere } from './watchers-elsewhere.ts';
import { watchAs } from './watching.ts';

/** An open screen of a session. */
export interface Watcher {
	view: SessionViewKind;
	personId: string;
	participantId: string;
	tenantId: string;
	/** Whether the session of the browser behind it still holds. */
	signedIn(): Promise<boolean>;
	/** Gets each state as JSON text. */
	send(state: string): void;
	/** The stream ends; `removed` says that the person lost her right to it, `outside` that she has it again once the session is public. */
	end(why: 'removed' | 'outside' | 'closing'): void;
}

/** How long changes of a session are gathered before screens hear of them, in milliseconds. */
const gathering = 40;

/** The same for what people do on the board, where many small changes follow each other. */
const gatheringOnBoards = 400;

/**
 * The open screens of all live sessions. Each kind of viewer gets her own state, built once per change and shared by
 * all viewers of that kind; what a kind may not know is not in its state.
 */
export class LiveSessions {
	/** Who watches on other processes. */
	readonly elsewhere = new WatchersElsewhere();
	/** Hears when somebody has opened or closed a screen of a session on this process. */
	onWatching: (sessionId: string) => void = () => undefined;
	/** Hears of every session that has changed, watched or not. */
	onChanged: (sessionId: string) => void = () => undefined;
	readonly #watchers = new Map<string, Set<Watcher>>();
	readonly #due = new Map<string, NodeJS.Timeout>();
	readonly #pace = new Pace();
	readonly #moments: SharedReadings<SessionMoment>;
	/** What each screen was shown last. */
	readonly #shown = new WeakMap<Watcher, SessionMoment>();
	readonly #db: Database;
	readonly #log: Logger;
	/** Which session lies on which board, as far as it was asked for. */
	readonly #onBoard = new Map<string, string>();
	#seq = 0;

	constructor(db: Database, clock: () => Date, log: Logger) {
		this.#db = db;
		this.#log = log;
		const views = new SessionViews(db, clock);
		this.#moments = new SharedReadings(async (tenantId, sessionId) => {
			this.#seq = Math.max(this.#seq + 1, Date.now());
			const reading = await views.read(tenantId, sessionId, this.#connectedTo(sessionId), this.#seq);
			const state = reading.show('participant');
			if ('boardId' in state && this.#watchers.has(sessionId)) this.#onBoard.set(state.boardId, sessionId);
			return new SessionMoment(reading);
		});
	}

	/** Opens a screen: it gets the state at once and after every change. Returns how to close it. */
	async watch(sessionId: string, watcher: Watcher): Promise<() => void> {
		const watchers = this.#watchers.get(sessionId) ?? new Set();
		this.#watchers.set(sessionId, watchers.add(watcher));
		this.onWatching(sessionId);
		const leave = () => {
			if (!watchers.delete(watcher)) return;
			if (watchers.size === 0) this.#watchers.delete(sessionId);
			else this.changed(sessionId);
			this.onWatching(sessionId);
		};
		try {
			this.#show(await this.#moments.ask(watcher.tenantId, sessionId), watcher);
		} catch (error) {
			leave();
			throw error;
		}
		this.changed(sessionId);
		return leave;
	}

	/** The state of a session for one kind of viewer. */
	async stateFor<View extends SessionViewKind>(
		tenantId: string,
		sessionId: string,
		view: View
	): Promise<StateByView[View]> {
		return (await this.#moments.ask(tenantId, sessionId)).show(view) as StateByView[View];
	}

	/** Somebody changed a document. If it is the board of a session that is watched, its screens show it. */
	documentChanged(name: string): void {
		const address = parseDocumentName(name);
		if (!address.ok || address.value.kind !== 'board') return;
		const sessionId = this.#onBoard.get(address.value.id);
		if (sessionId === undefined) return;
		if (this.#watchers.has(sessionId)) this.changed(sessionId, gatheringOnBoards);
		else this.#onBoard.delete(address.value.id);
	}

	/** Something changed: all screens of the session get their new state, several changes together. */
	changed(sessionId: string, within = gathering): void {
		this.onChanged(sessionId);
		if (!this.#watchers.has(sessionId) || this.#due.has(sessionId)) return;
		this.#due.set(
			sessionId,
			setTimeout(
				() => {
					this.#due.delete(sessionId);
					this.#tell(sessionId).catch((error: unknown) => this.#log.error({ err: error }, 'a session state failed'));
				},
				this.#pace.gather(sessionId, within)
			)
		);
	}

	/** Everything may have changed: all screens get their new state. */
	allChanged(): void {
		for (const sessionId of this.#watchers.keys()) this.changed(sessionId);
	}

	/** The sessions with open screens on this process. */
	get watched(): Iterable<string> {
		return this.#watchers.keys();
	}

	/** Whose screens of a session are open on this process. */
	watchingHere(sessionId: string): Set<string> {
		return new Set([...(this.#watchers.get(sessionId) ?? [])].map(({ participantId }) => participantId));
	}

	/**
	 * Ends the screens of people who lost their right or signed out: of one person, or of everybody when nothing is named. What changed
	 * for a document alone, as with every step, opens and closes no screen.
	 */
	async recheck({ personId, documentPrefix }: RecheckFilter): Promise<void> {
		if (personId === undefined && documentPrefix !== undefined) return;
		for (const [sessionId, watchers] of this.#watchers)
			for (const watcher of watchers) {
				if (personId !== undefined && watcher.personId !== personId) continue;
				const allowed = (await watcher.signedIn()) ? await watchAs(this.#db, watcher, sessionId) : 'removed';
				if (allowed === 'allowed') continue;
				watchers.delete(watcher);
				watcher.end(allowed);
				this.changed(sessionId);
				this.onWatching(sessionId);
			}
	}

	/** Ends all screens; the program stops. */
	close(): void {
		for (const timer of this.#due.values()) clearTimeout(timer);
		for (const watchers of this.#watchers.values()) for (const watcher of watchers) watcher.end('closing');
		this.#watchers.clear();
	}

	#connectedTo(sessionId: string): Set<string> {
		return this.elsewhere.addTo(this.watchingHere(sessionId), sessionId);
	}

	async #tell(sessionId: string): Promise<void> {
		const [anybody] = this.#watchers.get(sessionId) ?? [];
		if (!anybody) return this.#pace.forget(sessionId);
		const begun = performance.now();
		const moment = await this.#moments.ask(anybody.tenantId, sessionId);
		for (const watcher of this.#watchers.get(sessionId) ?? []) this.#show(moment, watcher);
		this.#pace.note(sessionId, performance.now() - begun);
	}

	/** Nobody of the public is sent what she is shut out from, however late she is told that she is. */
	#show(moment: SessionMoment, watcher: Watcher): void {
		if (this.#shown.get(watcher) === moment) return;
		this.#shown.set(watcher, moment);
		if (moment.admits(watcher.view, watcher.participantId)) watcher.send(moment.text(watcher.view));
	}
}
