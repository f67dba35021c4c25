// What lies on the device: one lock, registers and what waits to be sent, each sealed with the key that the PIN opens.
const dbName = 'tessellate-registers'

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open(dbName, 1)
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('lock')
      asked.result.createObjectStore('registers')
      asked.result.createObjectStore('waiting', { autoIncrement: true })
    }
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })

type StoreName = 'lock' | 'registers' | 'waiting'

let opened: Promise<IDBDatabase> | null = null
const database = (): Promise<IDBDatabase> => {
  opened ??= open()
  return opened
}

// Done is what the disk has taken: a mark is shown as made only once its writing is over.
const inStore = async <T>(
  name: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
) => {
  const transaction = (await database()).transaction(name, mode, { durability: 'strict' })
  return new Promise<T>((resolve, reject) => {
    const asked = work(transaction.objectStore(name))
    transaction.oncomplete = () => resolve(asked.result)
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}

export const read = <T>(name: StoreName, key: IDBValidKey): Promise<T | undefined> =>
  inStore(name, 'readonly', (store) => store.get(key) as IDBRequest<T | undefined>)
export const readAll = <T>(name: StoreName): Promise<readonly T[]> =>
  inStore(name, 'readonly', (store) => store.getAll() as IDBRequest<T[]>)
export const count = (name: StoreName): Promise<number> => inStore(name, 'readonly', (store) => store.count())
export const write = (name: StoreName, value: unknown, key?: IDBValidKey): Promise<IDBValidKey> =>
  inStore(name, 'readwrite', (store) => (key === undefined ? store.add(value) : store.put(value, key)))
export const remove = (name: StoreName, key: IDBValidKey): Promise<undefined> =>
  inStore(name, 'readwrite', (store) => store.delete(key))

/** Forgets everything on the device. */
export const forgetAll = async (): Promise<void> => {
  for (const name of ['lock', 'registers', 'waiting'] as const)
    await inStore(name, 'readwrite', (store) => store.clear())
}

/** Everything in a store with its key, as it stood at one moment. */
export const entriesOf = async <T>(name: StoreName): Promise<readonly (readonly [IDBValidKey, T])[]> => {
  const store = (await database()).transaction(name, 'readonly').objectStore(name)
  return new Promise((resolve, reject) => {
    const [keys, values] = [store.getAllKeys(), store.getAll() as IDBRequest<T[]>]
    values.onsuccess = () => resolve(values.result.map((value, at) => [keys.result[at] ?? at, value] as const))
    values.onerror = () => reject(values.error)
  })
}
