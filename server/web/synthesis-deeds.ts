import { fail } from '@sveltejs/kit';
import { addActionSpace } from '../commands/add-action-space.ts';
import { changeActionSpace } from '../commands/change-action-space.ts';
import { createStrategyCards } from '../commands/create-strategy-cards.ts';
import { leaveOutTopic } from '../commands/leave-out-topic.ts';
import { placeTopic } from '../commands/place-topic.ts';
import { removeActionSpace } from '../commands/remove-action-space.ts';
import { takeTopics } from '../commands/take-topics.ts';
import { act, deed, type FormEvent } from './act.ts';

const text = (form: FormData, name: string) => String(form.get(name) ?? '');
const topic = (form: FormData) => ({ topicId: form.get('topicId') });
const space = (form: FormData) => ({ actionSpaceId: form.get('actionSpaceId') });

/** What people do in the synthesis of a process. */
export const synthesisDeeds = {
	take: deed(takeTopics, 'processId'),
	add: deed(addActionSpace, 'processId', (form) => ({
		title: text(form, 'title'),
		definition: lineEnds(text(form, 'definition'))
	})),
	change,
	remove: deed(removeActionSpace, 'processId', space),
	restore: deed(removeActionSpace, 'processId', (form) => ({ ...space(form), removed: false })),
	place: deed(placeTopic, 'processId', (form) => ({
		...topic(form),
		...space(form),
		placed: form.get('placed') === 'yes'
	})),
	leaveOut: deed(leaveOutTopic, 'processId', (form) => ({ ...topic(form), reason: text(form, 'reason') })),
	takeUp: deed(leaveOutTopic, 'processId', (form) => ({ ...topic(form), reason: null })),
	cards: deed(createStrategyCards, 'processId', (form) => ({ language: form.get('language') ?? undefined }))
};

/** Whoever came second gets her words back with the refusal. */
async function change({ locals, request }: FormEvent) {
	const form = await request.formData();
	const typed = { title: text(form, 'title'), definition: text(form, 'definition') };
	const before = { title: text(form, 'beforeTitle'), definition: lineEnds(text(form, 'beforeDefinition')) };
	const asked = { ...space(form), title: typed.title, definition: lineEnds(typed.definition), before };
	const changed = await act(locals, changeActionSpace, asked);
	if (changed.ok) return changed.value;
	return fail(changed.failure.status, { ...changed.failure.data, typed, typedFor: text(form, 'actionSpaceId') });
}

/** Browsers send the ends of lines as two signs. */
const lineEnds = (words: string) => words.replace(/\r\n/g, '\n');
