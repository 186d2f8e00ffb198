/** The longest side of a picture of points that browsers still draw. */
const longest = 8_000;

/** Draws a picture from the instance as points, twice as fine where it is not too large; null where this browser cannot. */
export async function pngOf(address: string): Promise<Blob | null> {
	const picture = new Image();
	picture.src = address;
	await picture.decode();
	const { naturalWidth: w, naturalHeight: h } = picture;
	const scale = Math.min(2, longest / Math.max(w, h, 1));
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [Math.round(w * scale), Math.round(h * scale)];
	const pen = canvas.getContext('2d');
	if (!pen) return null;
	pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
	return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** Hands a file to the person, as a link to a file would. */
export function handOver(file: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
