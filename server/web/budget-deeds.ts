import type { GenericSchema } from 'valibot';
import { allocateMeasures } from '../commands/allocate-measures.ts';
import { answerShare } from '../commands/answer-share.ts';
import { approveAllocation } from '../commands/approve-allocation.ts';
import type { Command } from '../commands/command.ts';
import { removeMeasure } from '../commands/remove-measure.ts';
import { removeScenario } from '../commands/remove-scenario.ts';
import { saveScenario } from '../commands/save-scenario.ts';
import { act, type FormEvent } from './act.ts';

type BudgetEvent = FormEvent & { params: { budget?: string } };
/** On which budget a deed acts, and for guests in which session. */
export type Whereabouts = (event: BudgetEvent) => Promise<{ budgetId: string; sessionId?: string }>;

const field = (form: FormData, name: string) => String(form.get(name) ?? '');
const ids = (form: FormData) => form.getAll('measureId').map(String);

/** A form action that carries out one command; `read` says what the form holds beside where it acts. */
const on =
	(where: Whereabouts) =>
	<Schema extends GenericSchema, Output>(
		command: Command<Schema, Output>,
		read: (form: FormData) => Record<string, unknown>
	) =>
	async (event: BudgetEvent) => {
		const asked = { ...(await where(event)), ...read(await event.request.formData()) };
		const done = await act(event.locals, command, asked);
		return done.ok ? done.value : done.failure;
	};

/** What people who try out a budget do with scenarios. */
export function scenarioDeeds(where: Whereabouts) {
	const deed = on(where);
	const choice = (form: FormData) => ({ title: field(form, 'title'), measureIds: ids(form) });
	return {
		keep: deed(saveScenario, choice),
		share: deed(saveScenario, (form) => ({ ...choice(form), shared: true })),
		throw: deed(removeScenario, (form) => ({ scenarioId: field(form, 'scenarioId') }))
	};
}

/** What those who manage a budget and its departments do beside that. */
export function budgetDeeds(where: Whereabouts) {
	const deed = on(where);
	const department = (form: FormData) => ({ measureId: field(form, 'measureId'), bodyId: field(form, 'bodyId') });
	return {
		...scenarioDeeds(where),
		allocate: deed(allocateMeasures, (form) => ({
			measureIds: field(form, 'order').split(',').filter(Boolean),
			reason: field(form, 'reason')
		})),
		answer: deed(answerShare, (form) => ({ ...department(form), answer: field(form, 'answer') })),
		approve: deed(approveAllocation, (form) => ({
			...department(form),
			approved: field(form, 'approved') === 'yes'
		})),
		remove: deed(removeMeasure, (form) => ({ measureId: field(form, 'measureId') })),
		restore: deed(removeMeasure, (form) => ({ measureId: field(form, 'measureId'), removed: false }))
	};
}
