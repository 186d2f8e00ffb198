import { pictureLimits, pictureTypes } from '#domain/pictures/picture.ts';

/** A picture as it goes to the board. */
export interface StillPicture {
	bytes: Blob;
	w: number;
	h: number;
}

/** No screen shows more points of a picture on a board; the further ones are tried where that is still too many bytes. */
const sides = [2_400, 1_600, 1_000];

/** Whether a file can be laid on a board, as far as it says so itself. */
export const isPictureFile = ({ type }: Blob): boolean => Object.values(pictureTypes).includes(type);

/**
 * Makes of a file what a board shows: drawn anew, so that it says nothing about the place and the device where a photograph was taken,
 * does not move, and is no larger than it needs to be. Null for what this browser cannot show as a picture.
 */
export async function stillPicture(file: Blob): Promise<StillPicture | null> {
	if (!isPictureFile(file)) return null;
	const seen = await createImageBitmap(file).catch(() => null);
	if (!seen) return null;
	try {
		for (const side of sides) {
			const drawn = await draw(seen, side, file.type === pictureTypes.jpeg ? pictureTypes.jpeg : pictureTypes.webp);
			if (drawn && drawn.bytes.size <= pictureLimits.bytes) return drawn;
		}
		return null;
	} finally {
		seen.close();
	}
}

async function draw(seen: ImageBitmap, side: number, type: string): Promise<StillPicture | null> {
	const scale = Math.min(1, side / Math.max(seen.width, seen.height));
	const paper = document.createElement('canvas');
	const [w, h] = [seen.width, seen.height].map((length) => Math.max(1, Math.round(length * scale)));
	[paper.width, paper.height] = [w!, h!];
	paper.getContext('2d')?.drawImage(seen, 0, 0, w!, h!);
	const bytes = await new Promise<Blob | null>((resolve) => paper.toBlob(resolve, type, 0.9));
	return bytes && { bytes, w: w!, h: h! };
}
