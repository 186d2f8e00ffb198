/** Whether something that came from outside has the shape of an id of ours. Only then the database may be asked for it. */
export const isId = (given: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(given);
