import type { Logger } from 'pino';
import * as v from 'valibot';
import type { LiveSessions } from './live/live-sessions.ts';
import type { OpenScreens } from './live/open-screens.ts';
import type { RecheckFilter } from './sync/connections.ts';
import type { Neighbours } from './sync/neighbours.ts';
import type { SyncServer } from './sync/sync-server.ts';

/** What processes tell each other besides documents, by its kind. */
const shapes = {
	/** Rights may have changed. */
	access: v.object({ personId: v.optional(v.string()), documentPrefix: v.optional(v.string()) }),
	/** A command has changed these sessions. */
	sessions: v.array(v.string()),
	/** A command has changed these processes. */
	processes: v.array(v.string()),
	/** A command has changed what is said about these texts. */
	texts: v.array(v.string()),
	/** People have changed these boards. */
	documents: v.array(v.string()),
	/** Whose screens of a session are open at the sender. */
	watching: v.object({ sessionId: v.string(), participants: v.array(v.string()) })
};

export interface NeighbourNewsServices {
	readonly neighbours: Neighbours;
	readonly live: LiveSessions;
	readonly processes: Pick<OpenScreens, 'changed' | 'recheck'>;
	readonly texts: Pick<OpenScreens, 'changed' | 'recheck'>;
	readonly sync: Pick<SyncServer, 'recheck'>;
	readonly log: Pick<Logger, 'error'>;
}

/**
 * Rights, sessions and who watches them, from process to process. While the bus is away, screens are built anew and rights looked at
 * again from time to time, so that everything happens, only later.
 */
export class NeighbourNews {
	readonly #watching = new Set<string>();
	readonly #documents = new Set<string>();
	readonly #substitute: NodeJS.Timeout;
	#gathering: NodeJS.Timeout | null = null;
	#rechecked = performance.now();

	constructor(private readonly services: NeighbourNewsServices) {
		const { neighbours, live } = services;
		live.onWatching = (sessionId) => this.#gather(this.#watching, sessionId);
		neighbours.attend({
			told: (kind, body, process) => this.#hear(kind, body, process),
			tellAgain: () => {
				for (const sessionId of live.watched) this.#gather(this.#watching, sessionId);
			},
			gone: (process) => {
				for (const sessionId of live.elsewhere.gone(process)) live.changed(sessionId);
			},
			missed: () => {
				live.allChanged();
				this.#recheck({});
			}
		});
		this.#substitute = setInterval(() => this.#withoutBus(), neighbours.limits.headsEvery);
	}

	accessChanged(whose: RecheckFilter): void {
		const { personId, documentPrefix } = whose;
		this.services.neighbours.tell('access', { personId, documentPrefix });
	}

	sessionChanged(sessionId: string): void {
		this.services.neighbours.tell('sessions', [sessionId]);
	}

	processChanged(processId: string): void {
		this.services.neighbours.tell('processes', [processId]);
	}

	textChanged(textId: string): void {
		this.services.neighbours.tell('texts', [textId]);
	}

	/** People have changed a document; if it is a board, screens elsewhere may show it. */
	documentChanged(name: string): void {
		if (name.startsWith('board:')) this.#gather(this.#documents, name);
	}

	close(): void {
		clearInterval(this.#substitute);
		if (this.#gathering) clearTimeout(this.#gathering);
	}

	/** What may come in crowds is told once in a while. */
	#gather(news: Set<string>, what: string): void {
		const { neighbours, live } = this.services;
		news.add(what);
		this.#gathering ??= setTimeout(() => {
			this.#gathering = null;
			for (const sessionId of this.#watching)
				neighbours.tell('watching', { sessionId, participants: [...live.watchingHere(sessionId)] });
			if (this.#documents.size > 0) neighbours.tell('documents', [...this.#documents]);
			this.#watching.clear();
			this.#documents.clear();
		}, neighbours.limits.gatherNewsFor);
	}

	#hear(kind: string, body: unknown, process: string): void {
		const { live, processes, texts } = this.services;
		switch (kind) {
			case 'access':
				return this.#recheck(v.parse(shapes.access, body));
			case 'sessions':
				return v.parse(shapes.sessions, body).forEach((sessionId) => live.changed(sessionId));
			case 'processes':
				return v.parse(shapes.processes, body).forEach((processId) => processes.changed(processId));
			case 'texts':
				return v.parse(shapes.texts, body).forEach((textId) => texts.changed(textId));
			case 'documents':
				return v.parse(shapes.documents, body).forEach((name) => live.documentChanged(name));
			case 'watching': {
				const { sessionId, participants } = v.parse(shapes.watching, body);
				live.elsewhere.heard(process, sessionId, participants);
				live.changed(sessionId);
			}
		}
	}

	#withoutBus(): void {
		const { neighbours, live } = this.services;
		if (neighbours.bus.connected) return;
		live.allChanged();
		if (performance.now() - this.#rechecked > neighbours.limits.recheckWithoutBus) this.#recheck({});
	}

	#recheck(whose: v.InferOutput<typeof shapes.access>): void {
		const { live, processes, texts, sync, log } = this.services;
		const { personId, documentPrefix } = whose;
		if (personId === undefined && documentPrefix === undefined) this.#rechecked = performance.now();
		const filter = {
			...(personId !== undefined && { personId }),
			...(documentPrefix !== undefined && { documentPrefix })
		};
		Promise.all([sync, live, processes, texts].map((each) => each.recheck(filter))).catch((error: unknown) =>
			log.error({ err: error }, 'rights were not looked at again')
		);
	}
}
