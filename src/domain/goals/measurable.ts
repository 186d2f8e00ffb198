const figures = [
	/\d\s*(?:%|Prozent)/i,
	/(?:über|unter|mindestens|höchstens|wenigstens|maximal|mehr als|weniger als|bis zu|um|auf|bei)\s+\d/i,
	/\d{1,3}(?:\.\d{3})+/
];

/**
 * Whether a goal states something that can be counted ("bei über 90.000 halten"). A number that only names things ("die 6
 * Aktionsräume", "bis 2035") is none. A level may ask such goals for an indicator.
 */
export function statesFigure(words: string): boolean {
	return figures.some((figure) => figure.test(words));
}
