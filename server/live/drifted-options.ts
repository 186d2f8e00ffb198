import type { BoardSnapshot } from '#board/board-element.ts';
import { normaliseLine } from '#domain/texts/normal-form.ts';
import type { DriftView, RoundView } from '#protocol/session-state.ts';

/**
 * The options of closed rounds whose card or topic says something else by now than what people voted on. The agreement keeps its words;
 * people see both, and can vote anew.
 */
export function driftedOptions(board: BoardSnapshot, rounds: readonly RoundView[]): DriftView[] {
	return rounds
		.filter(({ result }) => result !== null)
		.flatMap(({ id: roundId, options }) =>
			options.flatMap(({ id: optionId, elementId, label }) => {
				if (elementId === null) return [];
				const element = board.byId.get(elementId);
				const text = element && !element.deleted ? element.text : null;
				return text !== null && normaliseLine(text) === normaliseLine(label) ? [] : [{ roundId, optionId, text }];
			})
		);
}
