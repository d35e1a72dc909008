// The replay, and a day run again.

import type { replay as english } from '../en/replay.ts';
import type { Message } from '../message.ts';

export const replay = {
  // Replay
  'replay.title': 'Rückblick',
  'replay.back': 'Zurück zum Dashboard',
  'replay.reading': 'Was geschah, wird gelesen',
  'replay.empty': 'Noch ist nichts geschehen.',
  'replay.emptyText': 'Sobald Gespräche kommen und gehen, lässt sich hier jeder Moment noch einmal ansehen.',
  'replay.note':
    'Aus allen Einträgen, die dieses Gerät jetzt hat. Wer damals was wusste, wird nicht behauptet, und wer erreichbar war, ist nicht festgehalten: Wer sich weder abgemeldet noch „Abwesend“ gewählt hat, gilt als da.',
  'replay.days': 'Wie weit zurück',
  'replay.days.1': '1 Tag',
  'replay.days.3': '3 Tage',
  'replay.days.7': '7 Tage',
  'replay.timeline': 'Zeitachse',
  'replay.slider': 'Moment',
  'replay.moment': '{day}, {time}',
  'replay.keys':
    'Pfeile gehen zur Änderung davor oder danach, Bild-Tasten um eine Stunde, Pos1 und Ende an die Enden, die Leertaste spielt ab.',
  'replay.play': 'Abspielen',
  'replay.pause': 'Anhalten',
  'replay.previous': 'Die Änderung davor',
  'replay.next': 'Die Änderung danach',
  'replay.speed': 'Tempo',
  'replay.speed.60': '1 min/s',
  'replay.speed.600': '10 min/s',
  'replay.speed.3600': '1 h/s',
  'replay.arrived': 'Eingegangen',
  'replay.assigned': 'Zugewiesen',
  'replay.missed': 'Verpasst',
  'replay.paused': 'Niemand bereit',
  'replay.sum': {
    one: 'In dieser Zeit {n} eingegangen, {assigned} zugewiesen, {missed} verpasst.',
    other: 'In dieser Zeit {n} eingegangen, {assigned} zugewiesen, {missed} verpasst.',
  },
  'replay.waiting': 'Wartend',
  'replay.waitingEmpty': 'Nichts wartete.',
  'replay.agents': 'Teammitglieder',
  'replay.agentsEmpty': 'Noch war niemand beigetreten.',
  'replay.held': 'Zugewiesen und in Bearbeitung',
  'replay.heldEmpty': 'Niemand hatte ein Gespräch.',
  'replay.heldState.assigned': 'Zugewiesen: {time}',
  'replay.heldState.active': 'In Bearbeitung: {time}',
  'replay.more': { one: 'und {n} weiteres', other: 'und {n} weitere' },
  'replay.nothingYet': 'Noch war nichts geschehen.',
  'replay.about': '{what} · {name}',
  'replay.status.ready': '„Bereit“ gewählt von {name}',
  'replay.status.away': '„Abwesend“ gewählt von {name}',
  'replay.status.system': 'Auf „Abwesend“ gestellt, da nicht angenommen: {name}',
  'replay.status.login': 'Anmeldung von {name}',
  'replay.status.logout': 'Abmeldung von {name}',
  'replay.joined': 'Beitritt von {name}',
  'replay.settings': 'Einstellungen geändert von {name}',
  'replay.otherChange': 'Änderung von {name}',

  // Running a day again
  'rerun.title': 'Diesen Tag noch einmal',
  'rerun.what': 'Dieselben Eingänge, Status und Bearbeitungszeiten, mit anderen Einstellungen.',
  'rerun.capacity': 'Gespräche gleichzeitig',
  'rerun.timeout': 'Zeit zum Annehmen, Sekunden',
  'rerun.do': 'Noch einmal',
  'rerun.cancel': 'Anhalten',
  'rerun.running': 'Der Tag läuft noch einmal',
  'rerun.wrong': 'Von {least} bis {most}.',
  'rerun.none': 'An diesem Tag ist nichts eingegangen. Gehen Sie auf der Zeitachse zu einem anderen.',
  'rerun.measure': 'Maß',
  'rerun.recorded': 'Aufgezeichnet',
  'rerun.again': 'Noch einmal, wie es war',
  'rerun.changed': 'Geändert: {capacity} gleichzeitig, {seconds} s',
  'rerun.opened': 'In die Warteschlange',
  'rerun.medianWait': 'Wartezeit, Median',
  'rerun.ninetyWait': 'Wartezeit, 90 von 100 höchstens',
  'rerun.longest': 'Wartezeit, längste',
  'rerun.medianReply': 'Erste Antwort, Median',
  'rerun.ninetyReply': 'Erste Antwort, 90 von 100 höchstens',
  'rerun.pickedUp': 'Angenommen',
  'rerun.misses': 'Verpasste Zuweisungen',
  'rerun.nothing': 'keine',
  'rerun.definitions': 'Was gemessen wird',
  'rerun.define.wait':
    'Wartezeit: vom Eintritt in die Warteschlange bis zum ersten Annehmen oder Übernehmen, Zurückgenommenes eingeschlossen. Die längste zählt auch, was bis zum Ende niemand annahm.',
  'rerun.define.reply':
    'Erste Antwort: vom Eintritt in die Warteschlange bis zur ersten Antwort einer Person, wo es eine gab.',
  'rerun.define.misses':
    'Verpasst: eine Zuweisung, die zurückgenommen wurde, weil sie nicht rechtzeitig angenommen wurde.',
  'rerun.limits': 'Was der zweite Lauf nicht wissen kann',
  'rerun.limit.people':
    'Menschen tun, was sie taten: Wer ein Gespräch erhält, nimmt es so lange nach der Zuweisung an und hat es so lange in der Hand wie damals die zuständige Person. Wer es damals verpasste, verpasst es wieder.',
  'rerun.limit.byHand':
    'Übergeben, Zurückgeben und Übernehmen aus der Warteschlange werden nicht wiederholt: Diese Gespräche werden zugewiesen.',
  'rerun.limit.away':
    'Wer im zweiten Lauf nach drei verpassten auf „Abwesend“ gestellt wird, bleibt es bis zur nächsten aufgezeichneten Wahl.',
  'rerun.limit.presence': 'Niemand ist unerreichbar, außer nach Abmeldung, und kein Teil des Teams ist getrennt.',
  'rerun.limit.trust':
    'Wie weit man dem trauen kann: Vergleichen Sie „Aufgezeichnet“ mit „Noch einmal, wie es war“. Weniger als dieser Abstand bedeutet nichts.',
} as const satisfies Record<keyof typeof english, Message>;
