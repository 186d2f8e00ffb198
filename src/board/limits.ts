/**
 * How much fits on a board. Writing beyond a limit is refused; reading stays tolerant, because two people who
 * were offline may exceed a limit together.
 */
export const limits = {
	/** Elements of both documents, the bin included: as many as a board is still quick with (docs/benchmarks.md). */
	elements: 15_000,
	/** Letters of a packed stroke: some two thousand bends. */
	inkLetters: 8_000,
	/** Elements pasted at once: more than one looks through again, and rather a document than ideas. */
	pasted: 500,
	/** Areas within areas. */
	depth: 12,
	/** Letters of a note: about a page; whoever needs more writes a text. */
	noteText: 2_000,
	/** Letters of a title or of a connector's label. */
	titleText: 300,
	/** Letters of what a colour means. */
	meaningText: 60,
	/** Letters of a word at an axis of a matrix. */
	axisWord: 30,
	/** Letters that a reader takes from any one text, however it came to be longer. */
	readText: 10_000,
	/** How far from the middle of the board a thing may lie. */
	coordinate: 1_000_000,
	smallestSide: 24,
	largestSide: 20_000,
	/** How many changes a person can take back. Each keeps deleted content in memory. */
	undoSteps: 200,
	/** Milliseconds within which typing counts as one change. */
	undoPause: 500
} as const;
