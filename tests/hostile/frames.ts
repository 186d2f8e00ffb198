import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Random } from '#board/ids.ts';
import { answerMessage, askMessage, presenceMessage, updateMessage } from '#protocol/messages.ts';

/** What a stranger knows: the document as it is shown to everybody, and under which ids others write. */
export interface Known {
	readonly doc: Y.Doc;
	readonly others: readonly number[];
}

type Make = (any: (below: number) => number, known: Known) => Uint8Array | string;

const numbers = (...values: number[]) =>
	encoding.encode((encoder) => values.forEach((value) => encoding.writeVarUint(encoder, value)));

/** Some change as an honest client would make it, under whichever client id. */
function change(any: (below: number) => number, client: number, known: Y.Doc): Uint8Array {
	const doc = new Y.Doc();
	// Now and then it builds on what others wrote; always would make the strangers slower than the server.
	if (any(5) === 0) Y.applyUpdate(doc, Y.encodeStateAsUpdate(known));
	doc.clientID = client;
	const before = Y.encodeStateVector(doc);
	const text = doc.getText('body');
	doc.transact(() => {
		text.insert(any(text.length + 1), 'Wörter 🚲'.slice(0, 1 + any(7)), any(3) ? undefined : { bold: true });
		if (any(3) === 0) text.delete(0, Math.min(text.length, 1 + any(3)));
		doc.getMap('meta').set(`k${any(5)}`, [any(9), { a: 'b' }, null, 0.5][any(4)]);
		if (any(3) === 0) doc.getMap('meta').set('deep', new Y.Map([['in', new Y.Text('x')]]));
	});
	return Y.encodeStateAsUpdate(doc, before);
}

const someClient = (any: (below: number) => number) => any(2 ** 32);
const wrap = (any: (below: number) => number, update: Uint8Array) =>
	any(2) ? updateMessage(update) : answerMessage(update);
const presence = (client: number, clock: number, json: string) =>
	presenceMessage(
		encoding.encode((encoder) => {
			for (const number of [1, client, clock]) encoding.writeVarUint(encoder, number);
			encoding.writeVarString(encoder, json);
		})
	);

const honest: Make[] = [
	(any, { doc }) => wrap(any, change(any, someClient(any), doc)),
	(any, { doc }) => wrap(any, change(any, someClient(any), doc)),
	(_any, { doc }) => askMessage(Y.encodeStateVector(doc)),
	(any) => presence(someClient(any), 1 + any(9), '{"cursor":{"x":1,"y":2},"selection":["e1"]}')
];

function nested(levels: number, client: number): Uint8Array {
	const doc = new Y.Doc();
	doc.clientID = client;
	let inner = new Y.XmlElement('p');
	doc.getXmlFragment('body').insert(0, [inner]);
	for (let level = 0; level < levels; level++) {
		const next = new Y.XmlElement('p');
		inner.insert(0, [next]);
		inner = next;
	}
	return Y.encodeStateAsUpdate(doc);
}

/** What is well formed and meant badly. */
const crafted: Make[] = [
	(any, { doc, others }) => wrap(any, change(any, others[any(others.length)]!, doc)),
	(any) => wrap(any, Y.encodeStateAsUpdate(withGap(any))),
	(any) => wrap(any, nested(30 + any(200), someClient(any))),
	(any, { others }) => wrap(any, numbers(0, 1, others[any(others.length)]!, 1, any(1000) * 1000, 1 + any(1000))),
	(any) => wrap(any, numbers(1, 1, someClient(any), 2 ** 31 - 1 - any(3), 4)),
	(any) => askMessage(numbers(5000, ...Array.from({ length: 10_000 }, () => any(2 ** 32)))),
	(any) => askMessage(numbers(2 ** 40, any(9))),
	(any, { others }) => presence(others[any(others.length)]!, 2 ** 30 + any(100), any(2) ? 'null' : '{"idle":true}'),
	(any) => presence(someClient(any), any(99), '['.repeat(1 + any(3000))),
	(any) =>
		presenceMessage(numbers(300, ...Array.from({ length: 300 }, () => [someClient(any), 1, 2, 123, 125]).flat())),
	() => 'a text frame',
	(any) => new Uint8Array(any(40)).map(() => any(256)),
	(any) => numbers(0, any(4), 2 ** 45 + any(9))
];

/** Writes that build on what was never sent. */
function withGap(any: (below: number) => number): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = someClient(any);
	const parts: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => parts.push(update));
	for (let index = 0; index < 20; index++) doc.getText('body').insert(0, 'x');
	const holed = new Y.Doc();
	Y.applyUpdate(holed, Y.mergeUpdates(parts.filter((_part, index) => index % 2 === 1)));
	return holed;
}

const spoil: ((bytes: Uint8Array, any: (below: number) => number) => Uint8Array)[] = [
	(bytes, any) => {
		const flipped = bytes.slice();
		for (let left = 1 + any(3); left > 0; left--) flipped[any(bytes.length)]! ^= 1 << any(8);
		return flipped;
	},
	(bytes, any) => bytes.slice(0, any(bytes.length + 1)),
	(bytes, any) => {
		const at = any(bytes.length);
		return Uint8Array.from([...bytes.slice(0, at), 255, 255, 255, 255, 255, 255, any(128), ...bytes.slice(at + 1)]);
	},
	(bytes, any) => Uint8Array.from([...bytes.slice(0, any(bytes.length)), ...bytes.slice(any(bytes.length))]),
	(bytes, any) => {
		const changed = bytes.slice();
		changed[any(bytes.length)] = any(256);
		return changed;
	}
];

/** One frame of somebody who means no good: valid ones spoiled in a random place, and crafted ones. */
export function hostileFrame(random: Random, known: Known): Uint8Array | string {
	const any = (below: number) => Math.floor(random() * below);
	const one = <T>(things: readonly T[]): T => things[any(things.length)]!;
	if (any(4) === 0) return one(crafted)(any, known);
	const frame = one(honest)(any, known) as Uint8Array;
	return one(spoil)(frame, any);
}
