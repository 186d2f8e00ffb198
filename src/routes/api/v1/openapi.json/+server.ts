import { json, type RequestHandler } from '@sveltejs/kit';
import { openApi } from '#server/api/openapi.ts';

export const GET: RequestHandler = ({ url }) => json(openApi(url.origin));
