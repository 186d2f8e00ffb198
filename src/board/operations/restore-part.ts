import { ok, refuse, type Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import { keys, type Origin } from '../shape.ts';
import { readBoard } from '../snapshot.ts';
import { becomeAsThen, type Return } from './become-as-then.ts';
import { comesAlong } from './comes-along.ts';

/**
 * Makes some elements of a board what they were, in their place, and leaves all others as they are. What they need comes along: areas
 * around them that are gone, and what went with them, such as arrows. That comes out of the bin with all that was written in it since.
 */
export function restorePart(way: Return, ids: readonly string[], origin: Origin): Result<void> {
	const { docs, then } = way;
	const chosen = new Set(ids.filter((id) => docs.find(id) ?? then.find(id)));
	if (chosen.size === 0) return refuse({ code: 'board.element-missing' });
	const { areas, relations } = comesAlong(docs, then, chosen);
	const others = [...areas, ...relations].filter((id) => !chosen.has(id));
	const [now, before] = [readBoard(docs).byId, readBoard(then).byId];
	const binned = others.filter((id) => now.get(id)?.deleted && !before.get(id)?.deleted);
	becomeAsThen(way, [...chosen, ...others.filter((id) => !now.has(id))], origin);
	if (binned.length > 0) docs.changeEach(binned, origin, ({ map }) => map.delete(keys.deleted));
	for (const id of areas) if (liesInItself(docs, id)) lieAsThen(way, id, origin);
	return ok();
}

/** Whether an area came into one that lies in it: somebody has put that there since. */
function liesInItself(docs: BoardDocs, area: string): boolean {
	const passed = new Set<string>();
	let at = areaNamedBy(docs, area);
	for (; at !== undefined && at !== area && !passed.has(at); at = areaNamedBy(docs, at)) passed.add(at);
	return at === area;
}

function lieAsThen({ docs, then }: Return, id: string, origin: Origin): void {
	const was = then.find(id)?.map;
	docs.changeEach([id], origin, ({ map }) => {
		for (const name of [keys.place, keys.parent]) {
			if (was?.has(name)) map.set(name, was.get(name));
			else map.delete(name);
		}
	});
}

const areaNamedBy = (docs: BoardDocs, id: string) => docs.find(String(docs.find(id)?.map.get(keys.parent)))?.id;
