import { refuse, type Result } from '#domain/result.ts';
import { canonicalJson } from '#domain/texts/canonical-json.ts';
import type { BoardDocs } from '../board-docs.ts';
import type { OwnFields } from '../board-element.ts';
import { shownType } from '../elements.ts';
import { ownFieldsOf, storedFieldsOf } from '../own-fields.ts';
import { keys, type Origin } from '../shape.ts';

/** Lets an element say something else of itself. Only what differs is written, and what goes without saying is taken out. */
export function changeOwnFields(docs: BoardDocs, id: string, change: OwnFields, origin: Origin): Result<void> {
	const map = docs.find(id)?.map;
	if (!map) return refuse({ code: 'board.element-missing' });
	const type = shownType(map.get(keys.type));
	const now = ownFieldsOf(type, map.toJSON());
	const wanted = storedFieldsOf(type, { ...now, ...change });
	return docs.changeEach([id], origin, () => {
		for (const name of Object.keys({ ...now, ...wanted })) {
			if (!(name in wanted)) map.delete(name);
			else if (!map.has(name) || canonicalJson(map.get(name)) !== canonicalJson(wanted[name]))
				map.set(name, wanted[name]);
		}
	});
}
