import { canonicalJson } from '#domain/texts/canonical-json.ts';
import type { Doc, DocNode } from '#domain/texts/doc.ts';
import type { Standing } from '#text/rewordings/apply.ts';
import { idOf, isTextBlock, type Rewording } from '#text/rewordings/rewording.ts';

/** A paragraph by what it says. Its id aside, nothing of where it stands is looked at. */
type Paragraphs = ReadonlyMap<string, string>;

/**
 * What an accepted text must say, reckoned without the merge: paragraphs that the suggestion does not touch are as they were; one that only
 * one side has changed says what that side says; where both have, every sentence is somebody's, and none that anybody wrote is lost. What
 * does not fit changes nothing.
 */
export function expectAccepted(before: Doc, rewording: Rewording, outcome: Standing['kind'], after: Doc): void {
	if (outcome !== 'fits') {
		if (canonicalJson(before) !== canonicalJson(after)) fail('what does not fit has changed the text');
		return;
	}
	const [was, base, wanted, is] = [[before], rewording.before, rewording.after, [after]].map(paragraphsOf) as Four;
	for (const [id, words] of was) {
		if (base.has(id)) continue;
		if (is.get(id) !== words && !wanted.has(id)) fail(`paragraph ${id} was not meant, and says something else`);
	}
	for (const [id, words] of wanted) {
		const [now, old, then] = [is.get(id), base.get(id), was.get(id)];
		if (old === undefined) {
			// A new one may have got another id where its own was taken.
			if (now !== words && ![...is.values()].includes(words)) fail(`a new paragraph is missing: ${words}`);
		} else if (words === old) {
			if (now !== then) fail(`paragraph ${id} was not changed by the suggestion, and says ${now}`);
		} else if (then === old) {
			if (now !== words) fail(`paragraph ${id} should say ${words}, and says ${now}`);
		} else if (now === undefined || then === undefined) fail(`paragraph ${id} is gone, and the suggestion fitted`);
		else expectSentences(id, { old, words, then, now });
	}
	for (const id of base.keys()) if (!wanted.has(id) && is.has(id)) fail(`paragraph ${id} should be gone`);
}

type Four = [was: Paragraphs, base: Paragraphs, wanted: Paragraphs, is: Paragraphs];

function expectSentences(
	id: string,
	{ old, words, then, now }: { old: string; words: string; then: string; now: string }
): void {
	const [base, hers, theirs, merged] = [old, words, then, now].map((text) => text.split(/(?<=[.!?…]\s+)/)) as [
		string[],
		string[],
		string[],
		string[]
	];
	for (const sentence of merged)
		if (!hers.includes(sentence) && !theirs.includes(sentence)) fail(`nobody wrote in ${id}: ${sentence}`);
	for (const sentence of [...hers, ...theirs])
		if (!base.includes(sentence) && !merged.includes(sentence)) fail(`lost in ${id}: ${sentence}`);
}

function paragraphsOf(nodes: readonly DocNode[]): Paragraphs {
	const paragraphs = new Map<string, string>();
	const walk = (node: DocNode) => {
		if (!isTextBlock(node)) return node.content?.forEach(walk);
		const words = (node.content ?? []).map(({ type, text = '' }) => (type === 'text' ? text : '\n')).join('');
		// One without an id cannot be told from another.
		const id = idOf(node);
		if (id !== null) paragraphs.set(id, words);
	};
	nodes.forEach(walk);
	return paragraphs;
}

function fail(why: string): never {
	throw new Error(`An accepted text differs from the reference: ${why}`);
}
