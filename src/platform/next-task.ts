// Lets the browser get a turn: what comes after `await nextTask()` runs as a task of its own, behind
// input and painting that already wait. No timer, because one is cut to once a second in a hidden tab
// and to 4 ms in a nested run. A message channel, where there is no scheduler, makes a round trip between
// processes of it: slices of a document went out at half the pace.

interface Scheduler {
  postTask(task: () => void, options?: { readonly priority: 'user-visible' | 'background' }): Promise<void>;
}

const overChannel = (): Promise<void> =>
  new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.addEventListener(
      'message',
      () => {
        channel.port1.close();
        resolve();
      },
      { once: true },
    );
    channel.port1.start();
    channel.port2.postMessage(null);
  });

const afterwards = (priority: 'user-visible' | 'background'): Promise<void> => {
  const { scheduler } = globalThis as { scheduler?: Partial<Scheduler> };
  return scheduler?.postTask?.(() => undefined, { priority }) ?? overChannel();
};

export const nextTask = (): Promise<void> => afterwards('user-visible');

/** For work that nobody waits for: where the browser can tell, also behind all else that this page does. */
export const spareTask = (): Promise<void> => afterwards('background');
