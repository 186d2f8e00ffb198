import type { BoardSnapshot } from '#board/board-element.ts';
import { sameWords } from '#domain/texts/normal-form.ts';
import type { DriftView, OptionView, RoundView } from '#protocol/session-state.ts';

/**
 * The options of closed rounds whose card, topic or measure says something else by now than what people voted on. The agreement keeps its
 * words; people see both, and can vote anew. `measures` has the words of each measure, where the session has a budget.
 */
export function driftedOptions(
	board: BoardSnapshot,
	rounds: readonly RoundView[],
	measures: ReadonlyMap<string, string> | null = null
): DriftView[] {
	const saysNow = ({ elementId, measureId, label }: OptionView): string | null => {
		if (measureId !== null) return measures === null ? label : (measures.get(measureId) ?? null);
		if (elementId === null) return label;
		const element = board.byId.get(elementId);
		return element && !element.deleted ? element.text : null;
	};
	return rounds
		.filter(({ result }) => result !== null)
		.flatMap(({ id: roundId, options }) =>
			options.flatMap((option) => {
				const text = saysNow(option);
				return text !== null && sameWords(text, option.label) ? [] : [{ roundId, optionId: option.id, text }];
			})
		);
}
