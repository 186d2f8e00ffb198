import { may } from '#domain/rights/rights.ts';
import type { TextAnswerView, TextCommentsView } from '#protocol/text-comments.ts';
import type { Actor } from '../auth/actor.ts';
import { standingsOf } from '../auth/standings.ts';
import { isUnsigned } from '../commands/comment-signature.ts';
import { settingOfText } from '../commands/text-places.ts';
import type { Database } from '../db/database.ts';
import { listTextAnswers, listTextThreads } from '../db/repositories/comments.ts';
import { namesOf } from '../db/repositories/people.ts';
import type { LiveText } from '../db/repositories/texts.ts';

/** All that was said about a text and still stands, as somebody sees it who may read the text. */
export async function readTextComments(
	db: Database,
	actor: Extract<Actor, { kind: 'person' }>,
	text: LiveText
): Promise<TextCommentsView> {
	const { tenantId, personId } = actor;
	const held = await standingsOf(db, actor, settingOfText(text));
	const mayComment = text.state === 'open' && !text.rests && may(held, 'text.comment');
	const [threads, said, unsigned] = await Promise.all([
		listTextThreads(db, tenantId, text.id),
		listTextAnswers(db, tenantId, text.id, personId),
		isUnsigned(db, { tenantId, sessionId: text.sessionId, held })
	]);
	const called = new Set(said.flatMap(({ answer }) => answer.mentions));
	const names = await namesOf(db, tenantId, [...called]);
	const viewOf = ({ answer, name }: (typeof said)[number]): TextAnswerView => ({
		id: answer.id,
		name: answer.unsigned ? '' : (name ?? ''),
		unsigned: answer.unsigned,
		text: answer.removedAt === null ? answer.text : null,
		at: answer.createdAt.getTime(),
		mine: answer.personId === personId,
		mayRemove: mayComment && answer.removedAt === null && (answer.personId === personId || may(held, 'text.freeze')),
		mentions: answer.mentions.map((id) => ({ name: names.get(id) ?? '', me: id === personId }))
	});
	const byThread = new Map<string, typeof said>();
	for (const row of said) byThread.set(row.answer.threadId, [...(byThread.get(row.answer.threadId) ?? []), row]);
	return {
		threads: threads.flatMap(({ id, anchor, suggestionId, settledAt }) => {
			const rows = byThread.get(id) ?? [];
			const answers = rows.map(viewOf);
			if (answers.every((answer) => answer.text === null)) return [];
			const begun = rows[0]?.answer.personId === personId;
			const maySettle = mayComment && (begun || may(held, 'text.write'));
			return [{ id, anchor, suggestionId, settled: settledAt !== null, maySettle, answers }];
		}),
		mayComment,
		unsigned
	};
}
