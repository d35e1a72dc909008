// Puts words into a text box as if they had been typed: the caret stands behind them, and whoever listens
// to the box hears of it.

export const insertAt = (element: HTMLTextAreaElement, text: string, from: number, to: number): void => {
  element.setRangeText(text, from, to, 'end');
  element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }));
  element.focus();
};
