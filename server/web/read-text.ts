import * as Y from 'yjs';
import type { Doc } from '#domain/texts/doc.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { readBody } from '#text/read-body.ts';
import type { App } from '../app.ts';

/** What a live text says at this moment. */
export async function readText({ db, sync }: App, textId: string): Promise<Doc> {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, await sync.readDocument(db, formatDocumentName({ kind: 'text', id: textId })));
	const body = readBody(doc);
	doc.destroy();
	return body;
}
