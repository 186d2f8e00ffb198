import type { BoardDocs } from '../board-docs.ts';
import type { BoardElement, BoardSnapshot } from '../board-element.ts';
import { definitionOf, shownType } from '../elements.ts';
import { keys } from '../shape.ts';
import { readBoard } from '../snapshot.ts';

/** What elements need when they come back. */
export interface Companions {
	/** The areas that lay around them, the inner ones first. */
	areas: readonly string[];
	/** What told something of them and went with them: arrows whose two ends are there then, pins. */
	relations: readonly string[];
}

/** What comes along when some elements become what they were. */
export function comesAlong(docs: BoardDocs, then: BoardDocs, chosen: ReadonlySet<string>): Companions {
	const [now, before] = [readBoard(docs), readBoard(then)];
	const shown = [...chosen].filter((id) => isShown(id, before));
	const areas = new Set<string>();
	for (const id of shown)
		for (let at = areaAround(then, id); at !== null && !areas.has(at); at = areaAround(then, at)) areas.add(at);
	const back = new Set([...shown, ...areas].filter((id) => isShown(id, before) && !isShown(id, now)));
	const stays = (id: string) => back.has(id) || (isShown(id, now) && (!chosen.has(id) || isShown(id, before)));
	const relations = before.elements.filter((element) => {
		const ends = endsOf(element);
		return !isShown(element.id, now) && ends.some((end) => back.has(end)) && ends.every(stays);
	});
	return { areas: [...areas], relations: relations.map(({ id }) => id) };
}

function isShown(id: string, { byId }: BoardSnapshot): boolean {
	return byId.has(id) && !byId.get(id)!.deleted;
}

const endsOf = ({ from, to, on }: BoardElement) => [from, to, on].flatMap((end) => end ?? []);

/** The area that an element names, also one in the bin: its place counts from there. */
function areaAround(docs: BoardDocs, id: string): string | null {
	const area = docs.find(String(docs.find(id)?.map.get(keys.parent)));
	return area && definitionOf(shownType(area.map.get(keys.type))).keepsContent ? area.id : null;
}
