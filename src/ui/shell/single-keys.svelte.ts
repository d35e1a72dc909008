// Whether single keys start acts: kept on this device. They can be in the way of who dictates or types
// with other means (WCAG 2.1.4), so they can be switched off.

const KEY = 'deskmesh.singleKeys';

class SingleKeys {
  areOn = $state(true);

  constructor() {
    try {
      this.areOn = localStorage.getItem(KEY) !== 'off';
    } catch {
      // Storage is blocked, or there is none: they are on.
    }
  }

  choose(areOn: boolean): void {
    this.areOn = areOn;
    try {
      localStorage.setItem(KEY, areOn ? 'on' : 'off');
    } catch {
      // It holds until the tab closes.
    }
  }
}

export const singleKeys = new SingleKeys();
