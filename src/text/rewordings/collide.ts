import type { Doc } from '#domain/texts/doc.ts';
import { accepted, standingOf } from './apply.ts';
import { findPlace, type Place, type Ways } from './place.ts';
import { idsIn, type Rewording } from './rewording.ts';

/** Whether two rewordings collide in a text: with one of them in it, the other would be in dispute or without its passage. */
export const collide = (doc: Doc, one: Rewording, other: Rewording): boolean =>
	sharesParagraph(one, other) && (excludes(doc, one, other) || excludes(doc, other, one));

/** The same in a long text, of which only the blocks around both passages are looked at. */
export function collideIn(doc: Doc, ways: Ways, one: Rewording, other: Rewording): boolean {
	const ranges = [one, other]
		.map(({ before }) => findPlace(doc, before, ways))
		.map((place) => place && outermost(place));
	const [here, there] = ranges;
	if (!here || !there) return false;
	const around = (doc.content ?? []).slice(Math.min(here[0], there[0]), Math.max(here[1], there[1]));
	return collide({ type: 'doc', content: around }, one, other);
}

/** From which to which block of the text itself a place lies, the last excluded. */
const outermost = ({ parent: [first], from, to }: Place): [from: number, to: number] =>
	first === undefined ? [from, to] : [first, first + 1];

function sharesParagraph(one: Rewording, other: Rewording): boolean {
	const ids = new Set(one.before.flatMap(idsIn));
	return other.before.flatMap(idsIn).some((id) => ids.has(id));
}

/** Whether there is no place for the second rewording once the first one is in the text. */
function excludes(doc: Doc, first: Rewording, second: Rewording): boolean {
	const standing = standingOf(doc, first);
	if (standing.kind !== 'fits') return false;
	const then = standingOf(accepted(doc, standing), second).kind;
	return then === 'disputed' || then === 'gone';
}
