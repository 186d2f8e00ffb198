import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Structure } from './structure.ts';
import { judge, type Circumstances, type Verdict } from './validate.ts';

function board(...updates: Uint8Array[]): Circumstances {
	const structure = Structure.of(updates);
	return {
		kind: 'board',
		structure: () => structure,
		ownerOf: (client) => ({ 7: 'anna', 8: 'bert', 9: null })[client],
		person: 'anna',
		incomplete: false
	};
}

function docOf(client: number, change: (doc: Y.Doc) => void = () => {}): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = client;
	doc.transact(() => change(doc));
	return doc;
}

const updateOf = (client: number, change: (doc: Y.Doc) => void) => Y.encodeStateAsUpdate(docOf(client, change));
const setMeta = (value: unknown) => (doc: Y.Doc) => void doc.getMap('meta').set('title', value);
const malformed = (update: Uint8Array, circumstances = board()): string => {
	const verdict: Verdict = judge(update, circumstances);
	expect(verdict).toMatchObject({ kind: 'refuse', code: 4400 });
	return verdict.kind === 'refuse' ? verdict.reason : '';
};

/** One item in the root `meta` under client 7 with hand-made content. */
function handmade(kind: number, content: (encoder: encoding.Encoder) => void, root = 'meta', client = 7): Uint8Array {
	return encoding.encode((encoder) => {
		for (const number of [1, 1, client, 0]) encoding.writeVarUint(encoder, number);
		encoding.writeUint8(encoder, kind | 0b0010_0000);
		encoding.writeVarUint(encoder, 1);
		encoding.writeVarString(encoder, root);
		encoding.writeVarString(encoder, 'key');
		content(encoder);
		encoding.writeVarUint(encoder, 0);
	});
}

test('an honest change is taken as it is, and once', () => {
	const here = board();
	const update = updateOf(7, (doc) => {
		const note = new Y.Map<unknown>([
			['t', 'note'],
			['xy', [1.5, -2]],
			['del', { by: 'p1', at: 1 }]
		]);
		note.set('text', new Y.XmlFragment());
		doc.getMap('el').set('a', note);
	});
	expect(judge(update, here)).toEqual({ kind: 'accept', bytes: update, clients: [7] });
	expect(judge(update, here)).toEqual({ kind: 'nothing-new' });
});

test('rich text with marks, embeds and nested lists is taken', () => {
	const update = updateOf(7, (doc) => {
		const list = new Y.XmlElement('bulletList');
		const text = new Y.XmlText();
		doc.getXmlFragment('body').insert(0, [list]);
		list.insert(0, [text]);
		text.insert(0, 'Straße 🚲', { bold: true });
		text.insertEmbed(0, { image: { alt: 'Rad' } });
	});
	expect(judge(update, { ...board(), kind: 'text' }).kind).toBe('accept');
});

test('every byte of an update may be wrong, and nothing is ever thrown', () => {
	const update = updateOf(7, setMeta({ a: [1, 'two', { three: null }] }));
	for (let index = 0; index < update.length; index++) {
		for (const wrong of [0, 1, 10, 127, 128, 200, 255]) {
			const damaged = update.slice();
			damaged[index] = wrong;
			const verdict = judge(damaged, board());
			if (verdict.kind === 'accept') expect(() => Y.applyUpdate(new Y.Doc(), verdict.bytes)).not.toThrow();
		}
		expect(judge(update.subarray(0, index), board()).kind).toBe('refuse');
	}
});

test('content in roots that nobody shows is refused', () => {
	expect(malformed(updateOf(7, (doc) => void doc.getMap('secret').set('a', 1)))).toContain('known roots');
	expect(malformed(updateOf(7, (doc) => void doc.getText('body').insert(0, 'a')))).toContain('known roots');
});

test('12,000 values in each other are counted, not suffered', () => {
	const deep = handmade(8, (encoder) => {
		encoding.writeVarUint(encoder, 1);
		for (let level = 0; level < 12_000; level++) {
			encoding.writeUint8(encoder, 117);
			encoding.writeVarUint(encoder, 1);
		}
		encoding.writeUint8(encoder, 126);
	});
	expect(malformed(deep)).toContain('nested');
	const json = handmade(5, (encoder) => encoding.writeVarString(encoder, '['.repeat(9000) + ']'.repeat(9000)));
	expect(malformed(json)).toContain('nested');
});

test('shared types in each other are counted too, also over many small updates', () => {
	const doc = docOf(7);
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	let inner: Y.Map<unknown> = doc.getMap('el');
	for (let level = 0; level < 40; level++) {
		const next = new Y.Map<unknown>();
		inner.set('in', next);
		inner = next;
	}
	const here = board();
	const verdicts = updates.map((update) => judge(update, here).kind);
	expect(verdicts.slice(0, 32)).toEqual(Array(32).fill('accept'));
	expect(verdicts[32]).toBe('refuse');
	expect(malformed(Y.mergeUpdates(updates))).toContain('deep');
});

test('values that JSON or PostgreSQL cannot hold are refused', () => {
	for (const value of [
		undefined,
		NaN,
		Infinity,
		10n,
		'a\0b',
		new Uint8Array(2),
		'x'.repeat(300_000),
		{ constructor: 1 }
	]) {
		malformed(
			handmade(8, (encoder) => {
				encoding.writeVarUint(encoder, 1);
				encoding.writeAny(encoder, value as never);
			})
		);
	}
	malformed(updateOf(7, (doc) => void doc.getMap('meta').set('__proto__', 1)));
	malformed(updateOf(7, (doc) => void doc.getMap('meta').set('a', new Uint8Array(3))));
	malformed(updateOf(7, (doc) => void doc.getMap('meta').set('a', new Y.Doc())));
	malformed(handmade(5, (encoder) => encoding.writeVarString(encoder, '{"a":"\\ud800"}')));
	malformed(handmade(5, (encoder) => encoding.writeVarString(encoder, '{"__proto__":{}}')));
	malformed(handmade(4, (encoder) => encoding.writeVarString(encoder, 'x'.repeat(300_000))));
	malformed(handmade(4, (encoder) => encoding.writeVarString(encoder, '')));
});

test('nobody writes in the name of somebody else or of the program', () => {
	expect(malformed(updateOf(8, setMeta('x')))).toContain('own name');
	expect(malformed(updateOf(9, setMeta('x')))).toContain('own name');
	expect(judge(updateOf(1234, setMeta('x')), board())).toMatchObject({ kind: 'accept', clients: [1234] });
	expect(malformed(handmade(8, (encoder) => encoding.writeVarUint(encoder, 0), 'meta', 2 ** 40))).toBeTruthy();
});

test('what others wrote may come along unchanged, but cannot be told anew', () => {
	const berts = updateOf(8, setMeta('Original'));
	const here = board(berts);
	expect(judge(berts, here).kind).toBe('nothing-new');
	const forged = Y.mergeUpdates([
		updateOf(8, setMeta('Fälschung')),
		updateOf(7, (doc) => void doc.getMap('meta').set('b', 1))
	]);
	const verdict = judge(forged, here);
	const doc = docOf(1);
	Y.applyUpdate(doc, berts);
	if (verdict.kind === 'accept') Y.applyUpdate(doc, verdict.bytes);
	expect(doc.getMap('meta').toJSON()).toEqual({ title: 'Original', b: 1 });
	expect(verdict.kind === 'accept' && new TextDecoder().decode(verdict.bytes)).not.toContain('lschung');
});

test('an update over a gap is not taken, and the document is as before', () => {
	const doc = docOf(7);
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (const key of ['a', 'b', 'c']) doc.getMap('meta').set(key, 1);
	const here = board();
	expect(judge(updates[1]!, here)).toEqual({ kind: 'gap' });
	expect(here.structure().clock(7)).toBe(0);
	expect(updates.map((update) => judge(update, here).kind)).toEqual(['accept', 'accept', 'accept']);
});

test('things that build on each other in a circle are a gap and never wait inside the document', () => {
	const circle = encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, 2);
		for (const [client, other] of [
			[20, 21],
			[21, 20]
		] as const) {
			for (const number of [1, client, 0]) encoding.writeVarUint(encoder, number);
			encoding.writeUint8(encoder, 4 | 0b1000_0000);
			for (const number of [other, 0]) encoding.writeVarUint(encoder, number);
			encoding.writeVarString(encoder, 'x');
		}
		encoding.writeVarUint(encoder, 0);
	});
	expect(judge(circle, board())).toEqual({ kind: 'gap' });
});

test('only what exists is deleted, and deleting it twice is nothing new', () => {
	const future = encoding.encode((encoder) => {
		for (const number of [0, 1, 8, 1, 5, 100]) encoding.writeVarUint(encoder, number);
	});
	expect(malformed(future)).toContain('only what exists');
	expect(judge(future, { ...board(), incomplete: true }).kind).toBe('gap');
	const empty = future.slice();
	empty[5] = 0;
	malformed(empty);

	const doc = docOf(7, setMeta('a'));
	const here = board(Y.encodeStateAsUpdate(doc));
	doc.getMap('meta').delete('title');
	expect(judge(Y.encodeStateAsUpdate(doc), here).kind).toBe('accept');
	expect(judge(Y.encodeStateAsUpdate(doc), here).kind).toBe('nothing-new');
});
