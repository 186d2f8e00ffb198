import { enterDoor, openDoor } from '#server/web/door.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => openDoor(event, { token: event.params.token });

export const actions: Actions = {
	default: (event) => enterDoor(event, { token: event.params.token })
};
