/** Our built program with the long text and its suggestions; bundled, because Node 20 runs no TypeScript. */
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { formatDocumentName } from '../../src/protocol/document-names.ts';
import { readBody } from '../../src/text/read-body.ts';
import { bodyRoot } from '../../src/text/schema.ts';
import { writeBody } from '../../src/text/write-body.ts';
import { startServer } from '../../tests/support/server.js';
import { Visitor } from '../../tests/support/visitor.ts';
import { headings, longText, suggestionsFor } from './long-text.ts';

/** So many suggestions are handed in at once. */
const atOnce = 100;
const text = longText();
const written = new Y.Doc();
writeBody(written, text, randomUUID);

export { headings };

/** How many characters the text has. */
export const length = JSON.stringify(text)
	.match(/"text":"[^"]*"/g)!
	.join('').length;

export async function startOurs() {
	const server = await startServer({ env: { DEMO: 'on', DATABASE_URL: '' } });
	const [lead, council] = await Promise.all(
		['moderation', 'rat'].map((name) => new Visitor(server.url).signIn(`${name}@demo.local`))
	);
	const processId = /\/p\/([0-9a-f-]{36})/.exec(await (await lead!.get('/p')).text())?.[1];
	return {
		stop: () => server.stop(),
		/** The text with so many open suggestions, the cookies of who writes it and who suggests for it, and somebody who types along. */
		async layText(suggestions: number) {
			const { textId } = await lead!.done<{ textId: string }>('create-text', {
				processId,
				kind: 'vision',
				title: 'Lang'
			});
			const { doc, provider } = lead!.open(formatDocumentName({ kind: 'text', id: textId }));
			await arrived(provider);
			doc.getXmlFragment(bodyRoot).delete(0, doc.getXmlFragment(bodyRoot).length);
			Y.applyUpdate(doc, Y.encodeStateAsUpdate(written));
			const found = suggestionsFor(readBody(doc), suggestions);
			for (let at = 0; at < found.length; at += atOnce)
				await council!.done('suggest-wording', {
					textId,
					rewordings: found.slice(at, at + atOnce),
					reason: 'Klarer so.'
				});
			return {
				url: `${server.url}/t/${textId}`,
				cookies: { write: lead!.cookie, suggest: council!.cookie },
				others: typist(doc)
			};
		}
	};
}

/** The same text on the reference server of y-websocket, for the page without anything of ours. */
export async function layPlain(port: number) {
	const doc = new Y.Doc();
	const server = `ws://127.0.0.1:${port}`;
	const provider = new WebsocketProvider(server, 'text', doc, {
		WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
		disableBc: true
	});
	await arrived(provider);
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(written));
	return { server, others: typist(doc), leave: () => provider.destroy() };
}

/** Somebody who types at the end of the text. */
function typist(doc: Y.Doc) {
	let typing: ReturnType<typeof setInterval> | undefined;
	return {
		start(perSecond: number) {
			const paragraphs = [...doc.getXmlFragment(bodyRoot).createTreeWalker((node) => node instanceof Y.XmlText)];
			const last = paragraphs.at(-1) as unknown as Y.XmlText;
			typing = setInterval(() => last.insert(last.length, 'e'), 1000 / perSecond);
		},
		stop: () => clearInterval(typing)
	};
}

const arrived = (provider: WebsocketProvider) =>
	new Promise<void>((go) => (provider.synced ? go() : provider.once('sync', () => go())));
