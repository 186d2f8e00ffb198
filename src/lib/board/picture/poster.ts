/** Sizes of paper in millimetres, upright. */
export const papers = { a4: [210, 297], a3: [297, 420], a2: [420, 594], a1: [594, 841], a0: [841, 1189] } as const;
export type PaperSize = keyof typeof papers;

/** As large as a poster may become, and the paper that lies in the printer. */
export const posterSizes = ['a3', 'a2', 'a1', 'a0'] as const satisfies readonly PaperSize[];
export const sheetSizes = ['a4', 'a3', 'a2', 'a1', 'a0'] as const satisfies readonly PaperSize[];

/** No printer prints up to the edge. */
export const edge = 10;
/** Neighbouring sheets show the same strip, so that they can be glued over each other. */
export const overlap = 8;

/** One sheet of paper: which part of the picture is on it, in millimetres from its left upper corner. */
export interface Tile {
	row: number;
	column: number;
	x: number;
	y: number;
}

/** A picture spread over sheets of paper; all lengths in millimetres. */
export interface Poster {
	sheet: Size;
	picture: Size;
	rows: number;
	columns: number;
	tiles: readonly Tile[];
}

interface Size {
	w: number;
	h: number;
}

/** A poster may be so much smaller than it was asked for, if that saves a row or column of sheets that would be nearly empty. */
const scales = [1, 0.97, 0.94, 0.91, 0.88];

/** Makes a picture as large as a poster of that size and spreads it over as few sheets as it needs, upright or lying. */
export function planPoster(picture: Size, poster: PaperSize, paper: PaperSize): Poster {
	const room = inner(turned(poster, picture.w > picture.h));
	const full = Math.min(room.w / picture.w, room.h / picture.h);
	const plans = scales.flatMap((scale) => {
		const large = { w: picture.w * full * scale, h: picture.h * full * scale };
		return [true, false].map((lies) => spread(large, turned(paper, lies)));
	});
	return plans.reduce((best, plan) => (plan.tiles.length < best.tiles.length ? plan : best));
}

function spread(picture: Size, sheet: Size): Poster {
	const { w, h } = inner(sheet);
	const columns = piecesOf(picture.w, w);
	const rows = piecesOf(picture.h, h);
	const tiles = Array.from({ length: rows * columns }, (_, at) => {
		const [row, column] = [Math.floor(at / columns), at % columns];
		return { row, column, x: column * (w - overlap), y: row * (h - overlap) };
	});
	return { sheet, picture, rows, columns, tiles };
}

/** A hair's breadth too much needs no sheet of its own. */
const piecesOf = (length: number, piece: number): number =>
	Math.max(1, Math.ceil((length - overlap) / (piece - overlap) - 0.001));

const inner = ({ w, h }: Size): Size => ({ w: w - 2 * edge, h: h - 2 * edge });

function turned(paper: PaperSize, lies: boolean): Size {
	const [short, long] = papers[paper];
	return lies ? { w: long, h: short } : { w: short, h: long };
}
