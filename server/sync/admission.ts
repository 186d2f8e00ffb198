import { closeCodes, type CloseCode } from '#protocol/close-codes.ts';
import { epochParameter, isPresentEpoch } from '#protocol/epoch.ts';
import type { DocumentAccess, Grant, Visitor } from './access.ts';
import type { Connection } from './connection.ts';
import type { DocumentLog } from './document-log.ts';

/** Whether a connection may be open: who it is, with which right, to which epoch and how far the log was, or the code to close it with. */
export type Admission =
	| { admitted: true; visitor: Visitor; grant: Grant; epoch: number; head: number }
	| { admitted: false; code: CloseCode; reason: string };

const turnedAway = (code: CloseCode, reason: string): Admission => ({ admitted: false, code, reason });

/** Asks who sends the connection's request and what it may do now. A frozen or resting document can only be read. */
export async function decideAdmission(
	connection: Connection,
	access: DocumentAccess,
	documents: Pick<DocumentLog, 'find'>
): Promise<Admission> {
	const visitor = await access.identify(connection.request);
	if (!visitor) return turnedAway(closeCodes.notSignedIn, 'nobody is signed in');
	const record = await documents.find(connection.name);
	if (!record) return turnedAway(closeCodes.unknownDocument, 'there is no such document');
	const grant = await access.grant(visitor, connection.address);
	if (grant.tenantId !== record.tenantId) return turnedAway(closeCodes.unknownDocument, 'there is no such document');
	if (grant.right === 'none') return turnedAway(closeCodes.noAccess, 'this document is not open to you');
	if (!isPresentEpoch(statedEpoch(connection), record.epoch)) {
		return turnedAway(closeCodes.outdated, 'this document was rewritten; load the page again');
	}
	const right = record.state === 'open' ? grant.right : 'read';
	return { admitted: true, visitor, grant: { ...grant, right }, epoch: record.epoch, head: record.head };
}

function statedEpoch({ request }: Connection): string | null {
	return new URLSearchParams((request.url ?? '').split('?', 2)[1]).get(epochParameter);
}
