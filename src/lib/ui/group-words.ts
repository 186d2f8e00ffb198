import Briefcase from '@lucide/svelte/icons/briefcase';
import GraduationCap from '@lucide/svelte/icons/graduation-cap';
import HeartHandshake from '@lucide/svelte/icons/heart-handshake';
import Building2 from '@lucide/svelte/icons/building-2';
import Landmark from '@lucide/svelte/icons/landmark';
import type { Group } from '#domain/sessions/groups.ts';
import * as m from '#paraglide/messages.js';

/** How the groups look and are called on screens. */
export const groupWords = {
	politics: { icon: Landmark, label: m.session_group_politics, hint: m.session_group_politics_hint },
	administration: {
		icon: Building2,
		label: m.session_group_administration,
		hint: m.session_group_administration_hint
	},
	'civil-society': {
		icon: HeartHandshake,
		label: m.session_group_civil_society,
		hint: m.session_group_civil_society_hint
	},
	business: { icon: Briefcase, label: m.session_group_business, hint: m.session_group_business_hint },
	expert: { icon: GraduationCap, label: m.session_group_expert, hint: m.session_group_expert_hint }
} as const satisfies Record<Group, unknown>;
