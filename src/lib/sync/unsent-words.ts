import * as Y from 'yjs';

/** One letter or word that somebody wrote: where it stands among the writings of a client, and what it continues. */
interface Run {
	readonly client: number;
	readonly clock: number;
	readonly text: string;
	readonly continues: Y.ID | null;
}

/**
 * The words in unsent work, for whoever wants to take them elsewhere: what was typed and not deleted again, each piece on its own
 * line. Where it belonged is not said, because that can be known only from the document.
 */
export function unsentWords(updates: readonly Uint8Array[]): string {
	if (updates.length === 0) return '';
	const { structs, ds } = Y.decodeUpdate(Y.mergeUpdates([...updates]));
	let words = '';
	let last: { client: number; clock: number } | null = null;
	for (const run of structs.flatMap((struct) => lettersOf(struct, ds))) {
		const goesOn = last && run.continues?.client === last.client && run.continues.clock === last.clock;
		words += words === '' || goesOn ? run.text : `\n${run.text}`;
		last = { client: run.client, clock: run.clock + run.text.length - 1 };
	}
	return words.trim();
}

/** The same for pieces of several documents, one after the other. */
export function wordsOfPieces(pieces: readonly { document: string; update: Uint8Array }[]): string {
	const documents = [...new Set(pieces.map(({ document }) => document))];
	return documents
		.map((name) => unsentWords(pieces.filter(({ document }) => document === name).map(({ update }) => update)))
		.filter(Boolean)
		.join('\n');
}

/** The letters of a struct that are not deleted again, in pieces. */
function lettersOf(struct: Y.Item | Y.GC | Y.Skip, deleted: ReturnType<typeof Y.decodeUpdate>['ds']): Run[] {
	if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return [];
	const { client, clock } = struct.id;
	const runs: Run[] = [];
	let piece = '';
	let start = 0;
	const end = () => {
		const continues = start === 0 ? struct.origin : Y.createID(client, clock + start - 1);
		if (piece) runs.push({ client, clock: clock + start, text: piece, continues });
		piece = '';
	};
	[...Array(struct.length).keys()].forEach((at) => {
		if (Y.isDeleted(deleted, Y.createID(client, clock + at))) end();
		else {
			if (piece === '') start = at;
			piece += (struct.content as Y.ContentString).str[at];
		}
	});
	end();
	return runs;
}
