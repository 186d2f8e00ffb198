import { closeCodes, type CloseCode } from '#protocol/close-codes.ts';
import type { DocumentAccess, Grant, Visitor } from './access.ts';
import type { Connection } from './connection.ts';
import type { DocumentLog } from './document-log.ts';

/** Whether a connection may be open: who it is, with which right and how far the log was then, or the code to close it with. */
export type Admission =
	| { admitted: true; visitor: Visitor; grant: Grant; head: number }
	| { admitted: false; code: CloseCode; reason: string };

const turnedAway = (code: CloseCode, reason: string): Admission => ({ admitted: false, code, reason });

/** Asks who sends the connection's request and what it may do now. A frozen document can only be read. */
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
	const right = record.state === 'frozen' ? 'read' : grant.right;
	return { admitted: true, visitor, grant: { ...grant, right }, head: record.head };
}
