// What a message that came as an e-mail says beside its text: who sent it and when, and what was attached.

import type { MailFacts } from '../domain/entry.ts';
import { formatSince, formatSize, t } from './text.svelte.ts';

interface MailWords {
  readonly origin?: string;
  readonly files?: { readonly lead: string; readonly names: readonly string[] };
}

const originOf = ({ from, sentAt }: MailFacts, now: number): string =>
  sentAt === null ? t('mail.from', { from }) : t('mail.sent', { from, time: formatSince(sentAt, now) });

export const mailWords = (mail: MailFacts | undefined, now: number): MailWords => {
  if (mail === undefined) return {};
  const names = mail.files.map(({ name, bytes }) => t('mail.file', { name, size: formatSize(bytes) }));
  return {
    ...(mail.from === '' ? {} : { origin: originOf(mail, now) }),
    ...(names.length === 0 ? {} : { files: { lead: t('mail.files'), names } }),
  };
};
