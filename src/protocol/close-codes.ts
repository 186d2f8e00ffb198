/**
 * Why the server ends a connection. y-websocket takes 4400–4499 as final and stops; after every other code it comes back by itself.
 */
export const closeCodes = {
	/** The client sent what an honest client cannot produce. */
	malformed: 4400,
	/** Nobody is signed in, or the session has ended. */
	notSignedIn: 4401,
	/** The person may not open this document, or wrote without the right to write. */
	noAccess: 4403,
	/** There is no document of this name. */
	unknownDocument: 4404,
	/** The page is older than the server accepts, or the document was rewritten meanwhile; loading the page again helps. */
	outdated: 4409,
	/** An update, a presence or the document itself would be larger than allowed. */
	tooLarge: 4413,
	/** The right changed while the document was open; come back and get the new one. */
	rightChanged: 4503,
	/** The server is going away for a moment, for example while it is updated. */
	goingAway: 1001,
	/** Too slow, too many, or the database is not reachable; come back later. */
	tryAgainLater: 1013
} as const;

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];
