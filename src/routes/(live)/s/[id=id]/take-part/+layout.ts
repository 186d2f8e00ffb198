import { pauseNotice } from '#lib/process/pause-notice.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data }) => ({ ...data, PauseNotice: await pauseNotice(data.pause) });
