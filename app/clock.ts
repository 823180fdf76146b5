/** The time as this process sees it, in one place so that tests can hold it. The database's now() decides deadlines. */
export const clock = { now: () => new Date() };
