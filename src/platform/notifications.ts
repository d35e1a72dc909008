// The system's notifications, where the platform has them and the person allowed them. A refusal is
// no fault: the desk says everything on its own screen as well.

export type NotificationAnswer = 'granted' | 'denied' | 'notAsked' | 'absent';

export interface Notice {
  readonly title: string;
  readonly text: string;
  /** A later notice of the same tag takes the place of the earlier one. */
  readonly tag: string;
}

const answerOf = (permission: NotificationPermission): NotificationAnswer =>
  permission === 'default' ? 'notAsked' : permission;

export const notificationAnswer = (): NotificationAnswer =>
  typeof Notification === 'undefined' ? 'absent' : answerOf(Notification.permission);

/** Only from a click: browsers refuse it otherwise. */
export const askForNotifications = async (): Promise<NotificationAnswer> => {
  if (typeof Notification === 'undefined') return 'absent';
  return answerOf(await Notification.requestPermission().catch(() => 'denied' as const));
};

/** True where it was shown. `onClick` runs after the window came to the front. */
export const notify = ({ title, text, tag }: Notice, onClick: () => void): boolean => {
  if (notificationAnswer() !== 'granted') return false;
  try {
    const shown = new Notification(title, { body: text, tag });
    shown.addEventListener('click', () => {
      window.focus();
      shown.close();
      onClick();
    });
    return true;
  } catch {
    // Some phones show notifications from a service worker alone.
    return false;
  }
};
