import * as Y from 'yjs';
import type { Doc } from '#domain/texts/doc.ts';
import { freeze } from '#domain/texts/text-version.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { readBody } from '#text/read-body.ts';
import type { App } from '../app.ts';
import { sha256 } from '../ids.ts';

/** What a live text says at this moment, and the fingerprint that a version of it would have now. */
export async function readText({ db, sync }: App, textId: string): Promise<{ body: Doc; sha256: string }> {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, await sync.readDocument(db, formatDocumentName({ kind: 'text', id: textId })));
	const body = readBody(doc);
	doc.destroy();
	return { body, sha256: freeze(body, sha256).sha256 };
}
