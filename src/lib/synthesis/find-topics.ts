import { isOpen } from '#domain/synthesis/unplaced.ts';
import type { Topic } from './topic.ts';

/** The topics whose title, group or cards hold all of the words, in their order; with `openOnly`, those that nobody has decided on. */
export function findTopics<T extends Topic>(topics: readonly T[], words: string, openOnly: boolean): T[] {
	const wanted = words.toLocaleLowerCase('de').split(/\s+/).filter(Boolean);
	return topics.filter((topic) => {
		if (openOnly && !isOpen(topic)) return false;
		const text = [topic.title, topic.group, ...topic.cards.map(({ text }) => text)].join('\n').toLocaleLowerCase('de');
		return wanted.every((word) => text.includes(word));
	});
}
