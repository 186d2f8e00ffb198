import type { StepMark } from '#domain/sessions/non-public.ts';
import type { StepView } from '#protocol/session-state.ts';
import type { AgendaStepView } from '../db/repositories/sessions.ts';

/** The steps of an agenda with their marks, for those who stay inside. */
export const markedSteps = (steps: readonly AgendaStepView[], marks: ReadonlyMap<string, StepMark>): StepView[] =>
	steps.map((step) => ({ ...step, nonPublic: (marks.get(step.id) ?? 'public') !== 'public' }));

/** The same for everybody: of a step that was on behind closed doors only, people read neither its name nor what was asked in it. */
export const publicSteps = (steps: readonly AgendaStepView[], marks: ReadonlyMap<string, StepMark>): StepView[] =>
	markedSteps(steps, marks).map((step) =>
		marks.get(step.id) === 'wholly' ? { ...step, kind: 'discuss', title: '', prompt: '', areaId: null } : step
	);
