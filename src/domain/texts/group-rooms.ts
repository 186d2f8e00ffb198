/** How much fits into the room of a group: people who write in it, and characters of the group's name. */
export const groupRoomLimits = { members: 100, groupName: 120 } as const;
