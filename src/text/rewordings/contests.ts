import { contestOf, groupsOf, type Contest, type Contestant } from '#domain/texts/contest.ts';
import type { Doc } from '#domain/texts/doc.ts';
import { blocksAt, standingOf } from './apply.ts';
import { collideIn } from './collide.ts';
import { waysIn } from './place.ts';
import { idsIn, type Rewording } from './rewording.ts';

/** A suggestion that a text could take as it stands, with what it would change today. */
export interface Fitting<T> {
	readonly suggestion: T;
	readonly change: Rewording;
}

/** Suggestions that want the same passage otherwise, in the order in which they were handed in. */
export interface Rivalry<T extends Contestant> extends Contest<T> {
	readonly rivals: readonly T[];
}

/**
 * The suggestions of which a text can have only one, passage by passage. `collides` may remember what it has answered; a suggestion that is in
 * nobody's way is in no rivalry.
 */
export function rivalriesIn<T extends Contestant, F extends Fitting<T>>(
	fitting: readonly F[],
	collides: (one: F, other: F) => boolean
): Rivalry<F['suggestion']>[] {
	const known = new Map<T, F>(fitting.map((each) => [each.suggestion, each]));
	const excludes = (one: T, other: T) => collides(known.get(one)!, known.get(other)!);
	return besideEachOther(fitting)
		.flatMap((near) => groupsOf(near, collides))
		.filter((group) => group.length > 1)
		.map((group) => group.map(({ suggestion }) => suggestion))
		.map((rivals) => ({ rivals, ...contestOf(rivals, excludes) }));
}

/** The same for suggestions of which nobody has asked yet how they stand towards the text. */
export function rivalriesOf<T extends Contestant & Rewording>(doc: Doc, suggestions: readonly T[]): Rivalry<T>[] {
	const ways = waysIn(doc);
	const fitting = suggestions.flatMap((suggestion): Fitting<T>[] => {
		const standing = standingOf(doc, suggestion, ways);
		if (standing.kind !== 'fits') return [];
		return [{ suggestion, change: { before: blocksAt(doc, standing.place), after: standing.after } }];
	});
	return rivalriesIn(fitting, (one, other) => collideIn(doc, ways, one.change, other.change));
}

/** Those that share a paragraph, directly or through others, in the order in which they came; only they can collide. */
function besideEachOther<F extends Fitting<unknown>>(fitting: readonly F[]): F[][] {
	const groups = new Map<string, F[]>();
	for (const each of fitting) {
		const ids = each.change.before.flatMap(idsIn);
		const own = [...new Set(ids.flatMap((id) => groups.get(id) ?? []).concat(each))];
		for (const id of new Set(own.flatMap(({ change }) => change.before.flatMap(idsIn)))) groups.set(id, own);
	}
	const order = new Map(fitting.map((each, at) => [each, at]));
	return [...new Set(groups.values())].map((group) => group.sort((a, b) => order.get(a)! - order.get(b)!));
}
