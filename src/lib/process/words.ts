import type { GroupRole } from '#domain/processes/membership.ts';
import type { Colour } from '#board/colours.ts';
import * as m from '#paraglide/messages.js';

/** What somebody is in a group. */
export const groupRoleNames: Record<GroupRole, () => string> = {
	facilitator: m.process_group_role_facilitator,
	core: m.process_group_role_core,
	temporary: m.process_group_role_temporary
};

/** The names of the colours that groups have. */
export const colourNames: Record<Colour, () => string> = {
	yellow: m.process_colour_yellow,
	orange: m.process_colour_orange,
	red: m.process_colour_red,
	violet: m.process_colour_violet,
	blue: m.process_colour_blue,
	turquoise: m.process_colour_turquoise
};
