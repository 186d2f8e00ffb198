/**
 * How much is brought in at once. A text is one change of the document, and one change may weigh a megabyte: what is allowed here
 * stays below that with all its ids and formats.
 */
export const importLimits = {
	/** A file as it is chosen, and what is unpacked of it, in megabytes. */
	megabytes: 5,
	unpackedMegabytes: 30,
	/** Files packed into a file. */
	entries: 5_000,
	/** Paragraphs, headings and cells. */
	blocks: 2_000,
	/** Stretches of text with the same formatting. */
	stretches: 8_000,
	/** Characters in all, and of one paragraph. */
	characters: 200_000,
	paragraph: 50_000,
	/** How deep lists lie in each other, also inside a table. */
	listDepth: 5,
	listDepthInTable: 3,
	/** Columns or rows over which a cell may reach. */
	span: 50
} as const;
