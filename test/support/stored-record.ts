// Runs in a page of the desk as it stands, with nothing from around it: writes a record as the desk stores it.

/** Into the team of this profile; `base64` is an update of Yjs. */
export const store = async (base64: string): Promise<void> => {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
    });
  const name = (await indexedDB.databases()).find((each) => each.name?.startsWith('deskmesh-team-') === true)?.name;
  if (name === undefined) throw new Error('There is no team here.');
  const database = await done(indexedDB.open(name));
  const update = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  await done(database.transaction('updates', 'readwrite').objectStore('updates').add(update));
  database.close();
};
