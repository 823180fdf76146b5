/** The address of the database `name` on the server of another address. */
export const databaseAddress = (server: string, name: string) => server.replace(/\/[^/]*$/, `/${name}`);

export const randomName = () => `test_${Math.random().toString(36).slice(2, 10)}`;
