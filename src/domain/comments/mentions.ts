/**
 * Stands in the words of a comment for a person whom it calls; the first mark for the first of them. So no name is kept: it is put in when
 * the comment is read, and somebody who was erased has none.
 */
const mark = '\uFFFC';

/** Somebody who can be called, by the name that stands there when her name is typed. */
export interface Mentionable {
	personId: string;
	name: string;
}

/** A stretch of words, or the one who is called between them, by her place among all who are. */
export type CommentPart = string | { mention: number };

/** How many people the words of a comment call. */
export const countMentions = (text: string): number => text.split(mark).length - 1;

/** The words of a comment with the people whom they call, in order. */
export function commentParts(text: string): CommentPart[] {
	return text
		.split(mark)
		.flatMap((words, at): CommentPart[] => (at === 0 ? [words] : [{ mention: at - 1 }, words]))
		.filter((part) => part !== '');
}

/** Typed words with a mark wherever one of these people is called by `@` and her name, and whom the marks stand for. */
export function withMentions(
	typed: string,
	people: readonly Mentionable[]
): { text: string; mentions: readonly string[] } {
	const longestFirst = people.filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length);
	const mentions: string[] = [];
	let text = '';
	for (let at = 0; at < typed.length;) {
		const called = typed[at] === '@' && longestFirst.find(({ name }) => typed.startsWith(name, at + 1));
		if (called) {
			mentions.push(called.personId);
			text += mark;
			at += 1 + called.name.length;
			continue;
		}
		// A mark that somebody typed or pasted would stand for nobody.
		if (typed[at] !== mark) text += typed[at];
		at += 1;
	}
	return { text, mentions };
}

/** What somebody is typing behind an `@` just before the caret: the letters of a name so far, and where they begin. Null elsewhere. */
export function mentionAt(typed: string, caret: number): { from: number; letters: string } | null {
	const at = typed.lastIndexOf('@', caret - 1);
	if (at < 0 || /[\p{L}\p{N}]/u.test(typed[at - 1] ?? '')) return null;
	const letters = typed.slice(at + 1, caret);
	return letters.length > 40 || /[\n@]/.test(letters) ? null : { from: at, letters };
}

/** The people whose name, or a part of it, begins with these letters. */
export function mentionable<Person extends Mentionable>(people: readonly Person[], letters: string): Person[] {
	const wanted = letters.toLocaleLowerCase('de');
	return people.filter(({ name }) => {
		const whole = name.toLocaleLowerCase('de');
		return whole.startsWith(wanted) || whole.split(/[\s(]+/).some((part) => part.startsWith(wanted));
	});
}
