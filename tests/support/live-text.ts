import * as Y from 'yjs';
import { ok } from '#domain/result.ts';
import type { Doc } from '#domain/texts/doc.ts';
import { formatDocumentName } from '#protocol/document-names.ts';
import { newId } from '#server/ids.ts';
import { readBody } from '#text/read-body.ts';
import { changesBetween } from '#text/rewordings/changes.ts';
import { writeAccepted } from '#text/rewordings/write-accepted.ts';
import type { House } from './house.ts';

/** What a live text says. */
export async function readLive({ around }: House, textId: string): Promise<Doc> {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, await around.documents.readDocument(around.db, formatDocumentName({ kind: 'text', id: textId })));
	return readBody(doc);
}

/** Somebody writes in a live text; whether she may is not asked. */
export async function writeLive(house: House, textId: string, change: (now: Doc) => Doc): Promise<void> {
	const { db, documents } = house.around;
	const now = await readLive(house, textId);
	const name = formatDocumentName({ kind: 'text', id: textId });
	const changes = changesBetween(now, change(now));
	await db.transaction((tx) =>
		documents.changeDocuments(tx, [name], (docOf) => ok(writeAccepted(docOf(name), changes, newId)))
	);
}

/** A text with the heading that it has and these paragraphs, `p0`, `p1` and so on. */
export const ofParagraphs =
	(...words: string[]) =>
	(now: Doc): Doc => ({
		type: 'doc',
		content: [
			now.content![0]!,
			...words.map((text, at) => ({
				type: 'paragraph',
				attrs: { id: `p${at}` },
				content: [{ type: 'text', text }]
			}))
		]
	});

/** The same text with other words in one place. */
export const saying =
	(old: string, young: string) =>
	(now: Doc): Doc =>
		JSON.parse(JSON.stringify(now).replace(old, young)) as Doc;
