import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { pino, type Logger } from 'pino';
import type { GenericSchema } from 'valibot';
import type { Problem } from '#domain/problems.ts';
import type { Result } from '#domain/result.ts';
import type { Actor } from './auth/actor.ts';
import { Sessions } from './auth/sessions.ts';
import type { Command } from './commands/command.ts';
import { execute, type Surroundings } from './commands/execute.ts';
import type { Announcement } from './commands/context.ts';
import { readConfig, type Config } from './config.ts';
import { openDatabase } from './db/client.ts';
import type { Database } from './db/database.ts';
import { inTurn } from './db/in-turn.ts';
import { migrate } from './db/migrate.ts';
import { offerSetUp } from './commands/set-up.ts';
import { documentAccess } from './document-access.ts';
import { daily } from './jobs/daily.ts';
import { emptyRemoved } from './jobs/empty-removed.ts';
import { seedDemo, seedExample } from './imports/seed.ts';
import { LiveProcesses } from './live/live-processes.ts';
import { liveTexts } from './live/live-texts.ts';
import type { OpenScreens } from './live/open-screens.ts';
import { SuggestionReadings } from './live/suggestion-readings.ts';
import { LiveSessions } from './live/live-sessions.ts';
import { NeighbourNews } from './neighbour-news.ts';
import { ownSocketOrigin } from './origin.ts';
import type { RecheckFilter } from './sync/connections.ts';
import { Neighbours } from './sync/neighbours.ts';
import { Rehearsals } from './rehearsal/rehearsals.ts';
import { expireRehearsals } from './rehearsal/remove-rehearsal.ts';
import { RedisFanOut } from './sync/redis-fan-out.ts';
import { keepHistory } from './sync/retention.ts';
import { createSyncServer, type SyncServer } from './sync/sync-server.ts';

/** The running program: everything that routes and sockets may ask for. */
export interface App {
	config: Config;
	db: Database;
	log: Logger;
	sessions: Sessions;
	sync: SyncServer;
	live: LiveSessions;
	processes: LiveProcesses;
	texts: OpenScreens;
	suggestions: SuggestionReadings;
	/** The simulated guests of rehearsals. */
	rehearsals: Rehearsals;
	/** What commands need; sign-in and set-up, which run before anybody is there, take it directly. */
	surroundings: Surroundings;
	clock(): Date;
	/** Looks again at the rights of open sockets and streams, and closes what is no longer allowed. */
	recheckAccess(whose: RecheckFilter): Promise<void>;
	/** Carries out a command for somebody; a `key` makes repetitions harmless. */
	execute<Schema extends GenericSchema, Output>(
		command: Command<Schema, Output>,
		actor: Actor,
		input: unknown,
		key?: string
	): Promise<Result<Output>>;
	/** What the console says after the start: the set-up link of an empty instance. */
	hints(address: string): Promise<string[]>;
	/** Loads example data by name. */
	seed(name: string): Promise<string>;
	/** Takes a WebSocket upgrade. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
	/** Answers a request of the collaboration over plain HTTP; says of any other that it is not its own. */
	http(request: IncomingMessage, response: ServerResponse): boolean;
	close(): Promise<void>;
}

/** A start that failed for a reason that an operator can mend: one sentence. */
export class StartRefused extends Error {
	readonly problem: Problem;
	constructor(problem: Problem) {
		super(sentenceFor(problem));
		this.problem = problem;
	}
}

/** Opens the database, brings it up to date and wires the rooms together. */
export async function buildApp(env: Record<string, string | undefined>): Promise<App> {
	const config = readConfig(env);
	const log = pino({ level: config.logLevel });
	const opened = await openDatabase(config);
	if (!opened.ok) throw new StartRefused(opened.problem);
	const migrated = await migrate(opened.value);
	if (!migrated.ok) {
		await opened.value.close();
		throw new StartRefused(migrated.problem);
	}
	const { db } = opened.value;
	const bus = config.busUrl === undefined ? undefined : new RedisFanOut(config.busUrl, { log });
	const neighbours = bus && new Neighbours({ bus, log });
	const clock = () => new Date();
	const sessions = new Sessions(db);
	const live = new LiveSessions(db, clock, log);
	const processes = new LiveProcesses(db, log);
	const texts = liveTexts(db);
	live.onChanged = (sessionId) => processes.sessionChanged(sessionId);
	const sync = createSyncServer({
		database: db,
		access: documentAccess(db, sessions),
		origins: ownSocketOrigin(config.appUrl),
		clock: { now: clock },
		log,
		neighbours,
		changed(document) {
			live.documentChanged(document);
			news?.documentChanged(document);
		}
	});
	const news = neighbours && new NeighbourNews({ neighbours, live, processes, texts, sync, log });
	const surroundings: Surroundings = {
		db,
		documents: sync,
		clock,
		published(changes, announcements) {
			for (const change of changes) sync.ingestCommitted(change);
			for (const announcement of announcements) tell(announcement);
		}
	};
	const tell = (announcement: Announcement) => {
		if (announcement.kind === 'session.changed') {
			live.changed(announcement.sessionId);
			news?.sessionChanged(announcement.sessionId);
		} else if (announcement.kind === 'process.changed') {
			processes.changed(announcement.processId);
			news?.processChanged(announcement.processId);
		} else if (announcement.kind === 'text.changed') {
			texts.changed(announcement.textId);
			news?.textChanged(announcement.textId);
		} else
			recheckAccess(announcement).catch((error: unknown) =>
				log.error({ err: error }, 'rights were not looked at again')
			);
	};
	const recheckAccess: App['recheckAccess'] = async (whose) => {
		news?.accessChanged(whose);
		await Promise.all([sync.recheck(whose), live.recheck(whose), processes.recheck(whose), texts.recheck(whose)]);
	};
	if (config.demo && env.WIRKRAUM_TASK !== 'seed') await inTurn(opened.value, () => seedDemo(surroundings));
	const history = daily(
		async () => {
			await keepHistory(db, clock, config.historyDays, log);
			await expireRehearsals(db, clock, log);
			await emptyRemoved(db, clock);
		},
		(error) => log.error({ err: error }, 'What is done once a day could not be done')
	);
	const rehearsals = new Rehearsals({
		db,
		clock,
		log,
		execute: (command, actor, input) => execute(surroundings, command, actor, input),
		watch: (sessionId, watcher) => live.watch(sessionId, watcher),
		every(ms, run) {
			const timer = setInterval(run, ms).unref();
			return () => clearInterval(timer);
		}
	});
	return {
		config,
		db,
		log,
		sessions,
		sync,
		live,
		processes,
		texts,
		suggestions: new SuggestionReadings(db),
		rehearsals,
		surroundings,
		clock,
		recheckAccess,
		execute: (command, actor, input, key) => execute(surroundings, command, actor, input, key),
		async hints(address) {
			const secret = await offerSetUp(db, clock());
			return secret ? [`Set up your organisation, once, at ${address}/setup/${secret}`] : [];
		},
		seed: (name) => seedExample(surroundings, name, config.demo),
		upgrade: (request, socket, head) => sync.upgrade(request, socket, head),
		http: (request, response) => sync.http(request, response),
		async close() {
			rehearsals.close();
			live.close();
			processes.close();
			texts.close();
			await history.stop();
			await sync.close();
			news?.close();
			neighbours?.close();
			await bus?.close();
			await opened.value.close();
		}
	};
}

function sentenceFor(problem: Problem): string {
	switch (problem.code) {
		case 'database.folder-in-use':
			return `The data folder ${problem.folder} is in use by another process of Wirkraum. Stop that one or set DATA_DIR.`;
		case 'database.folder-not-writable':
			return `The data folder ${problem.folder} cannot be written. Give this user the right to write there or set DATA_DIR.`;
		case 'database.newer-than-program':
			return 'The database was written by a newer version of Wirkraum. Start that version or restore an older backup.';
		case 'database.unreachable':
			return `The database cannot be reached: ${problem.reason}. Check DATABASE_URL.`;
		default:
			return `Wirkraum cannot start: ${problem.code}`;
	}
}
