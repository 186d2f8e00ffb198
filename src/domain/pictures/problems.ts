/** What can stand in the way of a picture on a board. */
export type PictureProblem =
	| { code: 'picture.kind-unknown' }
	| { code: 'picture.too-large'; megabytes: number; side: number }
	| { code: 'picture.too-many'; limit: number };

/** The codes at run time: one too few or too many does not compile. */
export const pictureProblemCodes = {
	'picture.kind-unknown': true,
	'picture.too-large': true,
	'picture.too-many': true
} satisfies Record<PictureProblem['code'], true>;
