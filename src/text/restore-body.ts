import * as Y from 'yjs';
import { attributesOf, childrenOf, type Child } from './children.ts';
import { bodyRoot } from './schema.ts';

/**
 * Makes a text say what it said, by changing only what differs: paragraphs that are alike at its beginning and end are not touched,
 * and within the others only letters that differ. Somebody who writes elsewhere in the text loses nothing.
 */
export function restoreBody(doc: Y.Doc, then: Y.Doc): void {
	doc.transact(() => restoreChildren(doc.getXmlFragment(bodyRoot), childrenOf(then.getXmlFragment(bodyRoot))));
}

function restoreChildren(parent: Y.XmlFragment, then: readonly Child[]): void {
	removeStrangers(parent);
	const now = childrenOf(parent);
	const shorter = Math.min(now.length, then.length);
	let start = 0;
	while (start < shorter && alike(now[start]!, then[start]!)) start++;
	let end = 0;
	while (end < shorter - start && alike(now[now.length - 1 - end]!, then[then.length - 1 - end]!)) end++;
	const [nowEnd, thenEnd] = [now.length - end, then.length - end];
	for (let at = start; at < Math.max(nowEnd, thenEnd); at++) {
		const [present, wanted] = [at < nowEnd ? now[at] : undefined, at < thenEnd ? then[at] : undefined];
		if (present && wanted && restoreChild(present, wanted)) continue;
		// Behind the shorter of the two, places no longer move: what is too much always lies at its end.
		const place = wanted ? at : thenEnd;
		if (present) parent.delete(place, 1);
		if (wanted) parent.insert(place, [copyOf(wanted)]);
	}
}

/** Changes a node into what it was, if it is one of the same kind. */
function restoreChild(now: Child, then: Child): boolean {
	if (now instanceof Y.XmlText && then instanceof Y.XmlText) {
		restoreText(now, then);
		return true;
	}
	if (!(now instanceof Y.XmlElement && then instanceof Y.XmlElement) || now.nodeName !== then.nodeName) return false;
	const [present, wanted] = [attributesOf(now), attributesOf(then)];
	for (const name of Object.keys(present)) if (!(name in wanted)) now.removeAttribute(name);
	for (const [name, value] of Object.entries(wanted)) {
		if (present[name] !== value) now.setAttribute(name, value as string);
	}
	restoreChildren(now, childrenOf(then));
	return true;
}

function restoreText(now: Y.XmlText, then: Y.XmlText): void {
	const [present, wanted] = [lettersOf(now), lettersOf(then)];
	if (present && wanted) restoreLetters(now, present, wanted);
	if (describe(now) === describe(then)) return;
	if (now.length > 0) now.delete(0, now.length);
	now.applyDelta(then.toDelta());
}

/** One character with its marks; marks as text, so that they can be compared. */
interface Letter {
	readonly sign: string;
	readonly marks: string;
}

function restoreLetters(text: Y.XmlText, now: readonly Letter[], then: readonly Letter[]): void {
	const equal = (a: Letter, b: Letter) => a.sign === b.sign && a.marks === b.marks;
	const shorter = Math.min(now.length, then.length);
	let start = 0;
	while (start < shorter && equal(now[start]!, then[start]!)) start++;
	let end = 0;
	while (end < shorter - start && equal(now[now.length - 1 - end]!, then[then.length - 1 - end]!)) end++;
	const length = (letters: readonly Letter[]) => letters.reduce((sum, { sign }) => sum + sign.length, 0);
	let at = length(now.slice(0, start));
	const tooMuch = length(now.slice(start, now.length - end));
	if (tooMuch > 0) text.delete(at, tooMuch);
	for (const { sign, marks } of then.slice(start, then.length - end)) {
		text.insert(at, sign, JSON.parse(marks) as object);
		at += sign.length;
	}
}

/** The letters of a text, or null if it holds something else. */
function lettersOf(text: Y.XmlText): Letter[] | null {
	const letters: Letter[] = [];
	for (const { insert, attributes = {} } of text.toDelta() as { insert: unknown; attributes?: object }[]) {
		if (typeof insert !== 'string') return null;
		const marks = JSON.stringify(attributes);
		for (const sign of insert) letters.push({ sign, marks });
	}
	return letters;
}

/** Takes out what is no part of a text; places are counted without it. */
function removeStrangers(parent: Y.XmlFragment): void {
	const known = new Set<unknown>(childrenOf(parent));
	const all = parent.toArray();
	for (let at = all.length - 1; at >= 0; at--) if (!known.has(all[at])) parent.delete(at, 1);
}

function alike(a: Child, b: Child): boolean {
	return a.constructor === b.constructor && describe(a) === describe(b);
}

/** A node in one string: its name, attributes in their order by name, and everything in it. */
function describe(node: Child): string {
	if (node instanceof Y.XmlText) return JSON.stringify(node.toDelta());
	const attributes = Object.entries(attributesOf(node)).sort(([a], [b]) => (a < b ? -1 : 1));
	return JSON.stringify([node.nodeName, attributes, childrenOf(node).map(describe)]);
}

function copyOf(node: Child): Child {
	return node.clone();
}
