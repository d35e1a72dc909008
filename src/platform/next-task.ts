// Lets the browser get a turn: what comes after `await nextTask()` runs as a task of its own, behind
// input and painting that already wait. A message channel, because a timer is cut to once a second
// in a hidden tab and to 4 ms in a nested run.

export const nextTask = (): Promise<void> =>
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
