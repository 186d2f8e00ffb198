import { limits } from './limits.ts';

// NUL and other control characters (not tab and line feed), and those that turn the direction of text around.
const unwanted = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g;
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Text that a database, a screen reader and a printer can take: no control characters, no half characters, nothing
 * that reverses the direction of what follows, at most as many letters as a reader takes.
 */
export function cleanText(text: string): string {
	return text.slice(0, limits.readText).replace(/\r\n?/g, '\n').replace(unwanted, '').replace(loneSurrogate, '\uFFFD');
}
