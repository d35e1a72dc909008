// What happened to a conversation, and why.

import type { happened as english } from '../en/happened.ts';
import type { Message } from '../message.ts';

export const happened = {
  // What happened
  'event.you': 'Ihnen',
  'event.toYou': 'Sie',
  'event.opened': 'In der Warteschlange:',
  'event.customerWrote': 'Nachricht von {name}',
  'event.replied': 'Antwort von {by}',
  'event.repliedFirst': 'Erste Antwort von {by}, nach {time}',
  'event.noted': 'Notiz von {by}',
  'event.assigned': 'Zugewiesen an {to}:',
  'event.pickedUp': 'Angenommen von {by}',
  'event.pickedUpAfter': 'Angenommen von {by}, nach {time}',
  'event.reclaimed': 'Wieder in der Warteschlange:',
  'event.reclaimed.timeout': 'nicht rechtzeitig angenommen',
  'event.reclaimed.away': 'das Teammitglied ging weg',
  'event.reclaimed.gone': 'das Teammitglied ist gegangen',
  'event.transferred': 'Von {by} übergeben an {to}',
  'event.taken': 'Übernommen von {by}',
  'event.returned': 'Von {by} in die Warteschlange zurückgegeben',
  'event.closed': 'Geschlossen von {by}',
  'event.unknown': 'Von {by}: etwas, das erst eine neuere Version kennt ({name})',
  'why.served': 'zuletzt für diesen Kunden zuständig',
  'why.only': 'sonst kam niemand infrage',
  'why.fewest': 'am wenigsten offen ({load} von {capacity})',
  'why.idle': '{load} von {capacity} offen, am längsten nicht an der Reihe',
  'why.title': 'Warum {name}',
  'why.titleYou': 'Warum Sie',
  'why.titleNobody': 'Wer infrage kommt',
  'why.at': '{time}, durch den Browser von {name}',
  'why.now': 'nach jetzigem Stand',
  'why.load': '{open} von {capacity}',
  'why.then': { one: 'Damals kam {n} Teammitglied infrage.', other: 'Damals kamen {n} Teammitglieder infrage.' },
  'why.thenNext': {
    one: 'Damals kam {n} Teammitglied infrage, als Nächstes {name}.',
    other: 'Damals kamen {n} Teammitglieder infrage, als Nächstes {name}.',
  },
  'why.all': 'Alle {n} zeigen',
  'why.verdict.away': 'Abwesend',
  'why.verdict.out': 'Abgemeldet',
  'why.verdict.stale': 'antwortet nicht',
  'why.verdict.full': '{open} von {capacity}, ausgelastet',
  'why.verdict.unpicked': 'hat erst noch Zugewiesenes anzunehmen',
  'why.verdict.skills': 'eine nötige Fähigkeit fehlt',
  'why.verdict.missed': 'hat es in dieser Runde verpasst',

  // Crossed acts
  'crossing.both.bothReplied': 'Sie haben beide geantwortet, während Sie getrennt waren.',
  'crossing.both.oneReplied': 'Sie haben beide gehandelt, während Sie getrennt waren.',
  'crossing.both.acts': 'Sie haben beide gehandelt, während Sie getrennt waren.',
  'crossing.others.bothReplied': '{a} und {b} haben beide geantwortet, während sie getrennt waren.',
  'crossing.others.oneReplied': '{a} und {b} haben beide gehandelt, während sie getrennt waren.',
  'crossing.others.acts': '{a} und {b} haben beide gehandelt, während sie getrennt waren.',
  'crossing.stand.bothReplied': 'Beide Antworten stehen hier',
  'crossing.stand.oneReplied': 'Beides steht hier',
  'crossing.stand.acts': 'Beides steht hier',
  'crossing.keeps': '{stand}; zuständig bleibt {name}.',
  'crossing.youKeep': '{stand}; zuständig bleiben Sie.',
  'crossing.nobodyKeeps': '{stand}.',
  'crossing.seeBoth': 'Beide ansehen',
  'crossing.keepsIt': 'Bleibt zuständig',
  'crossing.stays': 'Weiter zuständig: {name}.',
  'crossing.staysOpen': 'Zurzeit ist niemand zuständig.',
  'crossing.rule.bothReplied':
    'Ein Gleichstand wird auf jedem Gerät gleich entschieden; beide Antworten stehen im Gespräch.',
  'crossing.rule.oneReplied': 'Eine Antwort zählt vor jeder anderen Handlung, gleich welche früher war.',
  'crossing.rule.acts':
    'Übergeben oder Übernehmen zählt vor Annehmen, dieses vor Zurückgeben, dieses vor Schließen; unter Gleichen das Spätere.',
  'crossing.quote': '„{text}“',

  // What others did
  'arrival.assigned': 'Ihnen zugewiesen: {subject}',
  'arrival.transferred': 'Von {name} an Sie übergeben: {subject}',
  'arrival.takenFromMe': 'Nun bei {name}: {subject}',
  'arrival.reclaimed': 'Ihnen nicht mehr angeboten: {subject}',
  'arrival.crossed': 'Beide haben getrennt voneinander gehandelt: {subject}',
  'arrivals.assigned': { one: '{n} Gespräch wurde Ihnen zugewiesen', other: '{n} Gespräche wurden Ihnen zugewiesen' },
  'arrivals.transferred': { one: '{n} Gespräch wurde Ihnen übergeben', other: '{n} Gespräche wurden Ihnen übergeben' },
  'arrivals.takenFromMe': {
    one: '{n} Gespräch von Ihnen ist nun bei jemand anderem',
    other: '{n} Gespräche von Ihnen sind nun bei anderen',
  },
  'arrivals.reclaimed': {
    one: '{n} Gespräch wird Ihnen nicht mehr angeboten',
    other: '{n} Gespräche werden Ihnen nicht mehr angeboten',
  },
  'arrivals.crossed': {
    one: 'In {n} Gespräch haben Sie und jemand anderes getrennt voneinander gehandelt',
    other: 'In {n} Gesprächen haben Sie und jemand anderes getrennt voneinander gehandelt',
  },
  'sent.notPickedUp': 'Von {name} noch nicht angenommen, was Sie übergeben haben:',

  // Why this agent
  'why.written': 'Dabei vermerkt: {decided}',
  'why.counting': 'Wie es bei den anderen stand, wird ermittelt.',
  'why.counted': {
    one: 'Wie es bei den anderen stand, wurde auf diesem Gerät aus dem {n} Eintrag davor ermittelt. Wer damals erreichbar war, ist nicht festgehalten und bleibt außer Betracht.',
    other:
      'Wie es bei den anderen stand, wurde auf diesem Gerät aus den {n} Einträgen davor ermittelt. Wer damals erreichbar war, ist nicht festgehalten und bleibt außer Betracht.',
  },
  'why.differs': 'Weicht vom Vermerk ab',
  'why.differs.notWaiting':
    'In der gemeinsamen Reihenfolge wartete es nicht mehr: Zwei Browser haben es zugewiesen, ohne voneinander zu wissen.',
  'why.differs.notEligible': 'Nach diesen Einträgen hätte es nicht an {name} gehen können.',
  'why.differs.otherChoice': 'Nach diesen Einträgen wäre es an {next} gegangen.',
  'why.differs.load': 'Nach diesen Einträgen offen für {name}: {open}, nicht {load}.',
  'why.differs.eligible':
    'Nach diesen Einträgen kamen {counted} infrage, nicht {said}: Vielleicht waren nicht alle erreichbar.',
  'why.differs.nextBest': 'Als Nächstes wäre nach diesen Einträgen an der Reihe gewesen: {next}.',
  'why.nobody': 'niemand',
  'why.differsNote': 'Der zuweisende Browser hatte vielleicht noch nicht alle diese Einträge.',

  // E-mails in a conversation, and files over the desk
  'mail.sent': 'Von {from}, gesendet {time}',
  'mail.from': 'Von {from}',
  'mail.noText': 'Kein Text',
  'mail.files': 'Angehängt, hier nicht aufbewahrt:',
  'mail.file': '{name}, {size}',
  'paste.mail': 'Eingefügte E-Mail.eml',
  'lasted.phone': 'Anruf, {time}',
  'lasted.counter': 'am Schalter, {time}',
  'drop.title': 'Zum Aufnehmen ablegen',
  'drop.text': 'E-Mails (.eml) werden zu Gesprächen, Dialoge (.jsonl) ebenso.',
} as const satisfies Record<keyof typeof english, Message>;
