import { ok, refuse, type Result } from '../result.ts';

/** Who comes in: whoever has the code; whom the facilitator lets in (Warteraum); or nobody new. */
export const entrances = ['open', 'waiting-room', 'closed'] as const;
export type Entrance = (typeof entrances)[number];

/** How somebody new comes in by an entrance: at once, or after the facilitator has let her in. Who is in already needs none. */
export function comeIn(entrance: Entrance): Result<'inside' | 'waiting'> {
	if (entrance === 'closed') return refuse({ code: 'session.entrance-closed' });
	return ok(entrance === 'open' ? 'inside' : 'waiting');
}
