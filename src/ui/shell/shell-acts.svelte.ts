// What the page that is shown lends to the shell: acts of the phone's top bar.

class ShellActs {
  /** The "+" of the top bar; null where the page has nothing to add. */
  newConversation: (() => void) | null = $state.raw(null);
  /** True while a phone page shows a top bar of its own (a thread). */
  hidesTopBar = $state(false);
}

export const shellActs = new ShellActs();
