import { enterDoor, openDoor } from '#server/web/door.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => openDoor(event, { code: event.params.code });

export const actions: Actions = {
	default: (event) => enterDoor(event, { code: event.params.code })
};
