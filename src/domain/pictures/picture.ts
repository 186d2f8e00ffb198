import { ok, refuse, type Result } from '../result.ts';

/** What a picture on a board can be. SVG is none of it, because it can hold programs. */
export const pictureKinds = ['png', 'jpeg', 'webp', 'gif'] as const;
export type PictureKind = (typeof pictureKinds)[number];

/** How much fits: bytes of a picture, points of its longer side, pictures of a board. */
export const pictureLimits = { bytes: 4 * 1024 * 1024, side: 8_000, perBoard: 100 } as const;

/** A picture as its first bytes tell it. */
export interface Picture {
	kind: PictureKind;
	w: number;
	h: number;
}

/** How a picture is served. */
export const pictureTypes: Record<PictureKind, string> = {
	png: 'image/png',
	jpeg: 'image/jpeg',
	webp: 'image/webp',
	gif: 'image/gif'
};

/**
 * What a picture is, by its bytes and never by its name. Refused are other files, those that are too large, and those that say a size
 * at which every browser that shows them would run out of memory.
 */
export function readPicture(bytes: Uint8Array): Result<Picture> {
	if (bytes.length > pictureLimits.bytes) return tooLarge();
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const picture = asPng(view) ?? asGif(view) ?? asWebp(view) ?? asJpeg(view);
	if (!picture || picture.w === 0 || picture.h === 0) return refuse({ code: 'picture.kind-unknown' });
	return Math.max(picture.w, picture.h) > pictureLimits.side ? tooLarge() : ok(picture);
}

const tooLarge = () =>
	refuse({ code: 'picture.too-large', megabytes: pictureLimits.bytes / 1024 / 1024, side: pictureLimits.side });

function says(view: DataView, at: number, letters: string): boolean {
	if (view.byteLength < at + letters.length) return false;
	return [...letters].every((letter, index) => view.getUint8(at + index) === letter.charCodeAt(0));
}

function asPng(view: DataView): Picture | null {
	if (view.byteLength < 24 || !says(view, 0, '\x89PNG\r\n\x1a\n') || !says(view, 12, 'IHDR')) return null;
	return { kind: 'png', w: view.getUint32(16), h: view.getUint32(20) };
}

function asGif(view: DataView): Picture | null {
	if (view.byteLength < 10 || !(says(view, 0, 'GIF87a') || says(view, 0, 'GIF89a'))) return null;
	return { kind: 'gif', w: view.getUint16(6, true), h: view.getUint16(8, true) };
}

function asWebp(view: DataView): Picture | null {
	if (view.byteLength < 30 || !says(view, 0, 'RIFF') || !says(view, 8, 'WEBP')) return null;
	const size = (at: number) => view.getUint16(at, true) & 0x3fff;
	const long = (at: number) => 1 + view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
	if (says(view, 12, 'VP8 ')) return { kind: 'webp', w: size(26), h: size(28) };
	if (says(view, 12, 'VP8X')) return { kind: 'webp', w: long(24), h: long(27) };
	if (!says(view, 12, 'VP8L')) return null;
	const bits = view.getUint32(21, true);
	return { kind: 'webp', w: 1 + (bits & 0x3fff), h: 1 + ((bits >>> 14) & 0x3fff) };
}

/** A JPEG says its size in the first of its frames; before it come parts of a length that is told. */
function asJpeg(view: DataView): Picture | null {
	if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
	let at = 2;
	while (at + 9 <= view.byteLength) {
		if (view.getUint8(at) !== 0xff) return null;
		const mark = view.getUint8(at + 1);
		const frame = mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc;
		if (frame) return { kind: 'jpeg', w: view.getUint16(at + 7), h: view.getUint16(at + 5) };
		at += mark === 0xff ? 1 : 2 + view.getUint16(at + 2);
	}
	return null;
}
