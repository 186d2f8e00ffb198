import { seededRandom } from '../support/board-tables.ts';
import * as Y from 'yjs';
import { canonicalJson } from '#domain/texts/canonical-json.ts';
import { Fork } from '#lib/text/suggestions/fork.ts';
import { readBody } from '#text/read-body.ts';
import { cleanRewording } from '#text/rewordings/clean.ts';
import type { Rewording } from '#text/rewordings/rewording.ts';
import { writeAccepted } from '#text/rewordings/write-accepted.ts';
import { writeBody } from '#text/write-body.ts';
import { expectSoundText, performOnText, textDeeds } from '../support/text-deeds.ts';
import { expectAccepted } from './accepted-text.ts';

/** Somebody who writes a text, suggests for it, and is offline now and then. */
interface Author {
	doc: Y.Doc;
	fork: Fork | null;
	online: boolean;
	/** What the others have written since she is offline. */
	missed: Uint8Array[];
	/** What she has written since then. */
	unsent: Uint8Array[];
}

const remote = Symbol('from the others');

/**
 * One run: 3 to 5 people write into one text and suggest other words for it, with lists, tables and tasks, each offline now and then, while
 * suggestions are accepted one by one, several at once, or never. Its seed describes all of it. Throws when the ends differ, when a text
 * cannot be opened, or when an accepted text is not what the reference says. Returns how many suggestions fitted.
 */
export function suggestionRun(seed: number): number {
	const random = seededRandom(seed);
	const any = (below: number) => Math.floor(random() * below);
	let last = 0;
	const newId = () => `n${seed}-${last++}`;
	const server = new Y.Doc();
	writeBody(server, { type: 'doc', content: [paragraph('Vision'), paragraph(sentences)] }, newId);
	const people = Array.from({ length: 3 + any(3) }, () => comes(server));
	server.on('update', (update: Uint8Array) => {
		for (const person of people)
			if (person.online) Y.applyUpdate(person.doc, update, remote);
			else person.missed.push(update);
	});
	const waiting: Rewording[] = [];
	let fitted = 0;
	for (let left = 40 + any(60); left > 0; left--) {
		const person = people[any(people.length)]!;
		const deed = () => ({ what: any(textDeeds), pick: any(100), other: any(100), id: newId() });
		const happening = any(10);
		if (happening < 4) performOnText(person.doc, deed(), {});
		else if (happening < 7) {
			person.fork ??= new Fork(person.doc);
			performOnText(person.fork.doc, deed(), {});
		} else if (happening === 7) {
			waiting.push(...(person.fork?.changes() ?? []).map(asSent).map((each) => clean(each, newId)));
			person.fork?.close();
			person.fork = null;
		} else if (happening === 8) turn(person, server);
		else if (waiting.length > 0) fitted += decide(server, waiting, 1 + any(3), any, newId);
		expectSoundText(server);
	}
	for (const person of people) if (!person.online) turn(person, server);
	const ends = people.map(({ doc }) => canonicalJson(readBody(doc)));
	if (new Set([...ends, canonicalJson(readBody(server))]).size > 1) throw new Error('The ends differ');
	people.forEach(({ doc }) => expectSoundText(doc));
	return fitted;
}

const sentences = 'Wir fördern die Pflege. Wir stärken das Ehrenamt. Wir bauen Radwege und Brücken.';
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

function comes(server: Y.Doc): Author {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(server), remote);
	const person: Author = { doc, fork: null, online: true, missed: [], unsent: [] };
	doc.on('update', (update: Uint8Array, origin: unknown) => {
		if (origin === remote) return;
		if (person.online) Y.applyUpdate(server, update);
		else person.unsent.push(update);
	});
	return person;
}

/** She goes offline, or comes back with what she has written meanwhile. */
function turn(person: Author, server: Y.Doc): void {
	person.online = !person.online;
	if (!person.online) return;
	for (const update of person.missed.splice(0)) Y.applyUpdate(person.doc, update, remote);
	for (const update of person.unsent.splice(0)) Y.applyUpdate(server, update);
}

/** As it comes through the network. */
const asSent = (rewording: Rewording): Rewording => JSON.parse(JSON.stringify(rewording)) as Rewording;

function clean(rewording: Rewording, newId: () => string): Rewording {
	const cleaned = cleanRewording(rewording, newId);
	if (!cleaned) throw new Error(`An honest suggestion is refused: ${JSON.stringify(rewording)}`);
	return cleaned;
}

/** Some suggestions are accepted, in whatever order; what does not fit waits on. */
function decide(
	server: Y.Doc,
	waiting: Rewording[],
	count: number,
	any: (below: number) => number,
	newId: () => string
): number {
	let fitted = 0;
	for (let at = 0; at < count && waiting.length > 0; at++) {
		const [rewording] = waiting.splice(any(waiting.length), 1);
		const before = readBody(server);
		const [outcome] = writeAccepted(server, [rewording!], newId);
		expectAccepted(before, rewording!, outcome!, readBody(server));
		if (outcome === 'fits') fitted++;
	}
	return fitted;
}
