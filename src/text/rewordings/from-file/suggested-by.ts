import type { Doc, DocNode } from '#domain/texts/doc.ts';
import { changesBetween } from '../changes.ts';
import { mergeNodes } from '../merge.ts';
import type { Rewording } from '../rewording.ts';
import { leavesOf, type Leaf } from './leaves.ts';
import { placesOfCompared, placesOfTracked, type Fate } from './places.ts';
import { saySame, signedAs } from './spelling.ts';
import { spellInto } from './spell-into.ts';
import { withChanges } from './with-changes.ts';

/** A text that somebody wrote elsewhere: with tracked changes as it was before them and is with them, without only as it is. */
export interface Elsewhere {
	readonly before: Doc | null;
	readonly after: Doc;
}

/** What it suggests for a text. */
export interface Suggested {
	readonly changes: readonly Rewording[];
	/** Its paragraphs that have no place in the text. */
	readonly lost: readonly string[];
}

/**
 * What a text from elsewhere suggests for a live one: its paragraphs are found by their words, and only words count. Numbers, looks and kinds
 * of blanks are never suggestions; what the text says today about a changed paragraph is kept, as with every suggestion.
 */
export function suggestedBy(live: Doc, { before, after }: Elsewhere): Suggested {
	const [here, there] = [leavesOf(live), leavesOf(after)];
	const places = before ? placesOfTracked(here, leavesOf(before), there) : placesOfCompared(here, there);
	const disputed: Rewording[] = [];
	const written = new Map<Leaf, DocNode | null>();
	for (const [at, fate] of places.fates) {
		const leaf = here[at]!;
		const now = rewritten(leaf, fate);
		if ('before' in now) disputed.push(now);
		else if (now.node !== leaf.node) written.set(leaf, now.node);
	}
	const changed = withChanges(live, here, { written, come: places.come });
	return {
		changes: [...changesBetween(live, changed), ...disputed],
		lost: places.lost.map(({ words }) => words.trim())
	};
}

/** A paragraph as a file has it; a rewording where the text has changed the same sentence since the file was sent. */
function rewritten({ node, words }: Leaf, { old, young }: Fate): { node: DocNode | null } | Rewording {
	const content = node.content ?? [];
	const withWords = (said: string): DocNode => {
		const spelt = spellInto(content, signedAs(said, words));
		return spelt === content ? node : { ...node, content: spelt };
	};
	const before = [withWords(old)];
	const after = young === null ? [] : [withWords(young)];
	if (young !== null && saySame(signedAs(old, words), signedAs(young, words))) return { node };
	const merged = mergeNodes(before, after, [node]);
	return merged === null ? { before, after } : { node: merged[0] ?? null };
}
