/** Every limit of the collaboration, in one place. Times are milliseconds, sizes bytes unless the name says otherwise. */
export const limits = {
	/** The largest WebSocket message that is read at all. */
	frameBytes: 8 * 1024 * 1024 + 64,
	/** The body of one POST, where WebSockets do not get through. */
	postBytes: 8 * 1024 * 1024 + 4096,
	/** Frames in one POST. */
	framesPerPost: 500,
	/** One change as it is made. */
	updateBytes: 1024 * 1024,
	/** What a client brings along when it comes back from working offline. */
	offlineBytes: 8 * 1024 * 1024,
	/** A document as a whole; beyond it nothing more is taken. */
	documentBytes: 50 * 1000 * 1000,

	/** Entries of a state vector that a client may ask with. */
	stateVectorEntries: 10_000,
	/** Structs of one update. */
	structsPerUpdate: 50_000,
	/** Deleted ranges of one update. */
	deletesPerUpdate: 50_000,
	/** Client ids that one update may write under. */
	clientsPerUpdate: 100,
	/** How deep shared types may lie in each other. */
	typeDepth: 32,
	/** How deep a JSON value may be nested. */
	valueDepth: 12,
	/** Characters of one run of text. */
	textLength: 100_000,
	/** Characters of one string in a value. */
	valueLength: 20_000,
	/** Characters of a key, a mark or a node name. */
	keyLength: 200,
	/** The largest clock of a client id, so that sums stay exact in every browser. */
	clock: 0x7fffffff,

	/** Elements of a board that are brought back from an earlier state at once, one by one. */
	restoredElements: 2_000,

	/** The presence of one client id. */
	presenceBytes: 4096,
	/** Client ids whose presence one connection may send. */
	presencesPerConnection: 3,
	/** At most this often a room sends presence. */
	presenceEvery: 33,
	/** After this time without any other message an empty presence tells clients that the server is there. */
	heartbeatEvery: 15_000,

	/** What a connection may send at once, in tokens. */
	burstTokens: 300,
	/** What it may send over time, in tokens per second; beyond it the server reads more slowly. */
	tokensPerSecond: 60,
	/** The price of a change. */
	updateTokens: 1,
	/** The price of an own presence. */
	presenceTokens: 0.5,
	/** The price of a message that brings nothing new, as the presence that standard clients send back. */
	echoTokens: 0.1,
	/** The price of asking for the document. */
	askTokens: 20,

	/** Open connections of one person. */
	connectionsPerPerson: 20,
	/** Open connections of one document. */
	connectionsPerRoom: 1000,
	/** Beyond this unsent amount a slow reader gets no presence. */
	bufferedWithoutPresence: 256 * 1024,
	/** Beyond this unsent amount a slow reader is asked to come back. */
	bufferedAtMost: 4 * 1024 * 1024,

	/** Finding out who comes and opening the document may take this long. */
	joiningWithin: 10_000,
	/** A closed connection is cut when the other side has not answered within this time. */
	closingWithin: 2_000,
	/** A room without people stays in memory for this time. */
	unloadAfter: 30_000,
	/** At most this often changes are committed and shown; the first after a pause at once. */
	commitEvery: 16,
	/** After this time without a commit the server stops reading from those who write. */
	pauseWritersAfter: 5_000,
	/** After this time without a commit writers are asked to come back later. */
	closeWritersAfter: 30_000,
	/** Updates waiting for the database, over all documents, before reading is paused. */
	waitingBytes: 64 * 1024 * 1024,
	/** The first pause before a failed commit is tried again; it doubles up to `retryAtMost`. */
	retryFirst: 50,
	/** The longest pause before a failed commit is tried again. */
	retryAtMost: 2_000,
	/** Rows of the log behind a snapshot before a new snapshot is made. */
	rowsBeforeSnapshot: 500,
	/** At most this often a new snapshot of a document is made. */
	snapshotEvery: 10_000,

	/** How often a process shows the others that it is there, and tries whether the bus between them works. */
	busBeatEvery: 1_000,
	/** A bus that has been silent for this time is taken for dead and connected to anew. */
	busSilentAfter: 3_000,
	/** A process that has been silent for this time is taken for gone, and its people with it. */
	neighbourGoneAfter: 5_000,
	/** The presence of somebody on another process counts for this time unless it is renewed; browsers renew theirs every 15 seconds. */
	neighbourPresenceFor: 40_000,
	/** Committed changes up to this size travel over the bus; of larger ones the others hear that they are in the log. */
	busRowBytes: 64 * 1024,
	/** How often a process compares its open documents with the log, in case the bus has lost something. */
	headsEvery: 2_000,
	/** How long news for other processes that may be many are gathered. */
	gatherNewsFor: 100,
	/** While the bus is away, rights are looked at again this often. */
	recheckWithoutBus: 10_000,
	/** From this size on documents are merged beside the main thread. */
	mergeAsideFrom: 256 * 1024,
	/** The program keeps a decoded copy of a document that it has changed for this time after the last change. */
	copyKeptFor: 60_000,
	/** All those copies together, as they weigh encoded; decoded they take about twenty times as much. */
	copiesBytes: 8 * 1024 * 1024,
	/** Whoever folds a log is expected to be done within this time; afterwards another process may begin. */
	foldingWithin: 60_000
} as const;

/** The limits as numbers; tests shorten the times. */
export type Limits = { readonly [Name in keyof typeof limits]: number };
