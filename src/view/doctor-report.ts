// What the doctor says, as text to send to whoever helps. Keeps true: no key of the team, no login of a
// server and no customer is in it, because nothing that it is made from has them.

import { diagnose } from './doctor.ts';
import { shownAddress } from './doctor-words.ts';
import { t } from './text.svelte.ts';
import type { DeviceLine, Diagnosis, DoctorReadings, Step } from './doctor-types.ts';

const stepText = ({ state, title, text, todo, lines }: Step): readonly string[] => [
  `${title}: ${t(`doctor.${state}`)}`,
  `  ${text}`,
  ...lines.map((line) => `  - ${line.label}: ${line.text}`),
  ...(todo === null ? [] : [`  ${t('doctor.todo')} ${todo}`]),
];

const deviceText = ({ name, isConnected, ...words }: DeviceLine): readonly string[] => {
  if (!isConnected) return [`- ${name}: ${words.path}`];
  return [`- ${name}: ${t('doctor.deviceLine', words)}`, `  ${t('doctor.deviceBytes', words)}`];
};

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

export const reportOf = (readings: DoctorReadings, when: string): string => {
  const { browser, servers } = readings;
  const told: Diagnosis = diagnose(readings);
  const listed = servers.map(({ url, username }) => {
    const shown = shownAddress(url);
    return username === '' ? shown : t('report.withLogin', { url: shown });
  });
  const list = listed.length === 0 ? t('report.noServers') : listed.join(', ');
  const devices = told.devices.length === 0 ? [t('doctor.noDevices')] : told.devices.flatMap(deviceText);
  const others = [told.through, told.notInReach].filter((line) => line !== '');
  const refused = told.refused.map(({ name, why, until, count }) => `- ${name}: ${why}, ${count}, ${until}`);
  return [
    t('report.head', { when }),
    `${told.seen} ${told.summary}`,
    t('report.browser', { agent: browser.agent }),
    t('report.servers', { list }),
    ...section(t('doctor.steps'), told.steps.flatMap(stepText)),
    ...section(t('doctor.devices'), [...devices, ...others]),
    ...section(t('doctor.refused'), refused),
    '',
  ].join('\n');
};
