import { momentText } from '#lib/ui/day-text.ts';
import * as m from '#paraglide/messages.js';

/** A moment of a board or text to which one can return, as screens know it. */
export interface Checkpoint {
	id: string;
	kind: 'start' | 'step' | 'reveal' | 'end' | 'manual' | 'restore' | 'erasure';
	label: {
		name?: string;
		step?: { kind: string; title: string };
		restored?: { id: string; at: string; part?: number };
	};
	at: Date;
	/** Who caused it, where somebody did who still has a name. */
	by: string | null;
}

/** Why the moment was marked, as the end of a sentence: "vor „Gewichten“". */
export function occasionOf({ kind, label }: Pick<Checkpoint, 'kind' | 'label'>): string {
	const title = label.step?.title ?? '';
	switch (kind) {
		case 'start':
			return m.history_before_start();
		case 'step':
			return title ? m.history_before_step({ title }) : m.history_before_some_step();
		case 'reveal':
			return m.history_before_reveal({ title });
		case 'end':
			return m.history_at_end();
		case 'manual':
			return m.history_named({ name: label.name ?? '' });
		case 'restore':
			return label.restored ? beforeReturn(label.restored) : '';
		case 'erasure':
			return m.history_after_erasure();
	}
}

function beforeReturn({ at, part }: NonNullable<Checkpoint['label']['restored']>): string {
	const moment = momentText(new Date(at));
	return part === undefined ? m.history_before_restore({ moment }) : m.history_before_part({ moment, count: part });
}
