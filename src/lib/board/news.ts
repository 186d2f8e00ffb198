import type { BoardSnapshot, ShownType } from '#board/board-element.ts';
import type { BoardChange } from '#board/changes.ts';
import { definitionOf } from '#board/elements.ts';

/** What others did since the last news, in numbers. */
export interface News {
	/** New cards by the title of the area they lie in; null is the bare board. */
	added: ReadonlyMap<string | null, number>;
	changed: number;
	deleted: number;
}

/** Gathers what others do, so that it can be told now and then instead of all the time. */
export class NewsDesk {
	/** How things were when somebody else first touched them since the last news. Null: they were not there. */
	readonly #before = new Map<string, 'there' | 'absent'>();

	/** Takes note of changes; own ones are no news. */
	hear(changes: readonly BoardChange[], before: BoardSnapshot): void {
		for (const { ids, local } of changes) {
			if (local) continue;
			for (const id of ids) if (!this.#before.has(id)) this.#before.set(id, isShown(before, id) ? 'there' : 'absent');
		}
	}

	/** The news so far, null if there are none; afterwards a new page begins. */
	take(board: BoardSnapshot): News | null {
		const added = new Map<string | null, number>();
		let [changed, deleted] = [0, 0];
		for (const [id, before] of this.#before) {
			const now = isShown(board, id);
			const element = board.byId.get(id);
			if (before === 'there' && !now) deleted++;
			else if (before === 'there') changed++;
			else if (now && element && isEntry(element.type)) {
				const area = element.parent === null ? null : (board.byId.get(element.parent)?.text ?? '');
				added.set(area, (added.get(area) ?? 0) + 1);
			}
		}
		this.#before.clear();
		return added.size + changed + deleted > 0 ? { added, changed, deleted } : null;
	}
}

function isEntry(type: ShownType): boolean {
	const { joins, decoration } = definitionOf(type);
	return !joins && !decoration;
}

function isShown(board: BoardSnapshot, id: string): boolean {
	const element = board.byId.get(id);
	return element !== undefined && !element.deleted && !element.loose;
}
