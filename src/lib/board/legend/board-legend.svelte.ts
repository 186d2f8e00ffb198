import type { BoardDocs } from '#board/board-docs.ts';
import { readLegend, writeLegend, type Legend } from '#board/legend.ts';
import { openBoardDoc, Origin } from '#board/shape.ts';

/** What the colours of an open board mean, as everybody has it at this moment. */
export class BoardLegend {
	#meanings = $state.raw<Legend>({});
	readonly #docs: BoardDocs;
	readonly #origin = new Origin('user');
	readonly #look = () => (this.#meanings = readLegend(this.#docs));

	constructor(docs: BoardDocs) {
		this.#docs = docs;
		this.#look();
		openBoardDoc(docs.scaffold).meta.observe(this.#look);
	}

	get meanings(): Legend {
		return this.#meanings;
	}

	write(legend: Legend) {
		return writeLegend(this.#docs, legend, this.#origin);
	}

	close(): void {
		openBoardDoc(this.#docs.scaffold).meta.unobserve(this.#look);
	}
}
