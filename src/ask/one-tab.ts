// One tab of a device has a conversation at a time, the one opened last: two would write over each other's record.

/** Takes it from whichever tab has it; `lost` is told when another takes it from this one. */
export const holdHere = (name: string, lost: () => void): void => {
  const never = new Promise<void>(() => undefined);
  navigator.locks?.request(name, { steal: true }, () => never).catch(lost);
};
