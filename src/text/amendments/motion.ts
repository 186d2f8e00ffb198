import { diffArrays } from 'diff';
import { changesText, orderOfVotes, type AmendmentState, type Reach } from '#domain/texts/amendments.ts';
import { docToPlain, type Doc, type DocNode } from '#domain/texts/doc.ts';
import { accepted, standingOf } from '../rewordings/apply.ts';
import { collide } from '../rewordings/collide.ts';
import type { Rewording } from '../rewordings/rewording.ts';

/** An amendment motion to a version, as far as its words go. */
export interface Motion extends Rewording {
	readonly number: number;
	readonly position: number | null;
	readonly state: AmendmentState;
	/** What was decided in place of `after`, or null. */
	readonly decided: readonly DocNode[] | null;
}

/** A version with all motions that change it, and the numbers of those for which there was no place any more. */
export interface Assembled {
	doc: Doc;
	unfit: number[];
}

/** The motions in the order of votes. */
export function inOrder<T extends Motion>(motions: readonly T[]): T[] {
	return orderOfVotes(motions.map((motion) => ({ ...motion, reach: reachOf(motion) }))).map(({ number }) =>
		motions.find((motion) => motion.number === number)!
	);
}

/**
 * What a version becomes by what was decided: the accepted motions, one after the other in the order of votes. It does not matter in which
 * order they were decided.
 */
export function assemble(version: Doc, motions: readonly Motion[]): Assembled {
	const assembled: Assembled = { doc: version, unfit: [] };
	for (const motion of inOrder(motions.filter(({ state }) => changesText(state)))) {
		const standing = standingOf(assembled.doc, decidedWords(motion));
		if (standing.kind === 'fits') assembled.doc = accepted(assembled.doc, standing);
		else if (standing.kind !== 'said') assembled.unfit.push(motion.number);
	}
	return assembled;
}

/** What a motion puts in place of its passage, as it was decided. */
export const decidedWords = ({ before, after, state, decided }: Motion): Rewording => ({
	before,
	after: state === 'accepted-modified' && decided !== null ? decided : after
});

/**
 * With which others each motion collides, by their numbers: accepting one would put the other in dispute or take its passage away. What
 * was rejected, settled or withdrawn is in nobody's way.
 */
export function collisionsOf(version: Doc, motions: readonly Motion[]): ReadonlyMap<number, readonly number[]> {
	const alive = motions.filter(({ state }) => state === 'handed-in' || changesText(state));
	const found = new Map<number, number[]>(motions.map(({ number }) => [number, []]));
	for (const [at, one] of alive.entries())
		for (const other of alive.slice(at + 1)) {
			if (!collide(version, decidedWords(one), decidedWords(other))) continue;
			found.get(one.number)!.push(other.number);
			found.get(other.number)!.push(one.number);
		}
	for (const numbers of found.values()) numbers.sort((a, b) => a - b);
	return found;
}

/** How far a motion reaches, in words. */
export function reachOf({ before, after }: Rewording): Reach {
	const [old, young] = [before, after].map((nodes) => wordsIn(nodes)) as [string[], string[]];
	const compared = diffArrays(old, young);
	const count = (wanted: (part: (typeof compared)[number]) => boolean) =>
		compared.filter(wanted).reduce((sum, part) => sum + part.count, 0);
	const changed = count(({ added, removed }) => added || removed);
	const touched = count(() => true);
	return { share: touched === 0 ? 0 : changed / touched, length: old.length };
}

const wordsIn = (nodes: readonly DocNode[]): string[] =>
	docToPlain({ type: 'doc', content: nodes }).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
