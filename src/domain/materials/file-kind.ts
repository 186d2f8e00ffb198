import { ok, refuse, type Result } from '../result.ts';
import { normaliseLine } from '../texts/normal-form.ts';

/** What can be kept with a process: a table of survey results, a PDF or a picture. */
export type FileKind = 'table' | 'pdf' | 'png' | 'jpeg' | 'webp';

/** How much fits, in bytes, files and characters. */
export const fileLimits = { bytes: 10 * 1024 * 1024, tableBytes: 1024 * 1024, files: 200, name: 150 } as const;

/** What a file is served as. A table is never shown as a page. */
export const mediaTypes: Record<FileKind, string> = {
	table: 'text/csv',
	pdf: 'application/pdf',
	png: 'image/png',
	jpeg: 'image/jpeg',
	webp: 'image/webp'
};

const begins: readonly [FileKind, readonly (number | null)[]][] = [
	['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
	['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
	['jpeg', [0xff, 0xd8, 0xff]],
	['webp', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]]
];

/**
 * What a file is, by its first bytes; what it is called counts only for tables, which begin with anything. Refused are empty files,
 * those that are too large and all other kinds.
 */
export function fileKind(name: string, bytes: Uint8Array): Result<FileKind> {
	if (bytes.length === 0) return refuse({ code: 'material.empty' });
	if (bytes.length > fileLimits.bytes) return tooLarge(fileLimits.bytes);
	const known = begins.find(([, begin]) => begin.every((byte, at) => byte === null || bytes[at] === byte));
	if (known) return ok(known[0]);
	const plain = !bytes.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20));
	if (!/\.(csv|tsv|txt)$/i.test(name) || !plain) return refuse({ code: 'material.kind-unknown' });
	return bytes.length > fileLimits.tableBytes ? tooLarge(fileLimits.tableBytes) : ok<FileKind>('table');
}

/** A file's name as it is kept: one line without folders; too long is `input.too-long`. */
export function fileName(typed: string): Result<string> {
	const name = normaliseLine(typed.slice(0, 1_000)).replace(/^.*[\\/]/, '');
	if (name === '') return ok('Datei');
	return name.length > fileLimits.name
		? refuse({ code: 'input.too-long', field: 'name', limit: fileLimits.name })
		: ok(name);
}

const tooLarge = (bytes: number) => refuse({ code: 'material.too-large', megabytes: bytes / 1024 / 1024 });
