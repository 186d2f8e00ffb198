import { refuse, type Result } from '#domain/result.ts';
import type { BoardDocs } from '../board-docs.ts';
import { keys, type Origin } from '../shape.ts';

/** Lets a pin show how its thread stands. */
export function tellPin(
	docs: BoardDocs,
	id: string,
	{ answers, settled }: { answers: number; settled: boolean },
	origin: Origin
): Result<void> {
	const found = docs.find(id);
	if (found?.map.get(keys.type) !== 'comment') return refuse({ code: 'board.element-missing' });
	return docs.changeEach([id], origin, ({ map }) => {
		map.set('answers', answers);
		if (settled) map.set('settled', true);
		else map.delete('settled');
	});
}
