// Where the data is: devices, backup, export.

import type { whereabouts as english } from '../en/whereabouts.ts';
import type { Message } from '../message.ts';

export const whereabouts = {
  'where.title': 'Wo unsere Daten sind',
  'where.meta': 'Auf den Geräten Ihres Teams und sonst nirgends.',
  'where.thisDevice': 'Dieser Browser',
  'where.deviceOf': 'Gerät von {name}',
  'where.deviceOfNobody': 'Ein Gerät, auf dem niemand angemeldet ist',
  'where.inStep': 'Hat alles, jetzt',
  'where.upTo': 'Hatte alles am {time}',
  'where.unknown': 'Nie zusammen mit diesem Browser gesehen',
  'where.keeps': 'Hat alles, was Sie sehen',
  'where.keptUpTo': 'Unvollständig: Was fehlt, kommt von Teammitgliedern',
  'where.devices': 'Geräte und was sie haben',
  'where.persistent': 'Dieser Browser hat zugesagt, die Daten zu behalten, bis Sie sie löschen.',
  'where.evictable':
    'Dieser Browser darf die Daten löschen, wenn der Speicher knapp wird. Auf die Bitte, sie zu behalten, sagte er nein: Installieren Sie den Desk oder nutzen Sie ihn einige Tage, und fragen Sie dann erneut. Bis dahin sorgen Sie für eine Sicherung.',
  'where.persistUnknown': 'Dieser Browser sagt nicht, ob er die Daten löschen darf. Sorgen Sie für eine Sicherung.',
  'where.askAgain': 'Noch einmal fragen',
  'where.saysYes': 'Der Browser behält die Daten von nun an.',
  'where.saysNo': 'Der Browser sagte noch einmal nein. Sorgen Sie für eine Sicherung.',
  'where.room': '{used} von {total} hier belegt',
  'where.roomUsed': '{used} hier belegt',
  'where.twice': 'In diesem Browser doppelt aufbewahrt: in seiner Datenbank und in eigenen Dateien ({size}).',
  'where.copyFull': 'Die zweite Kopie in diesem Browser wartet auf Platz: Geben Sie Speicher auf diesem Gerät frei.',
  'where.once': 'Dieser Browser bietet keinen Ort für eine zweite Kopie. Bewahren Sie eine Sicherung auf.',
  'where.damage': {
    one: '{n} gespeicherter Eintrag war beschädigt und wurde beiseitegelegt; Kopien im Team ergänzen ihn.',
    other: '{n} gespeicherte Einträge waren beschädigt und wurden beiseitegelegt; Kopien im Team ergänzen sie.',
  },
  'where.broughtBack': {
    one: '{n} beschädigter Eintrag wurde durch seine ältere Kopie hier ersetzt.',
    other: '{n} beschädigte Einträge wurden durch ihre älteren Kopien hier ersetzt.',
  },
  'where.incomplete': 'Hier fehlt etwas, worauf Späteres aufbaut. Es kommt mit der Kopie eines Teammitglieds.',
  'where.files': {
    one: '{n} Datei kam mit Nachrichten, {here} davon ist hier ({size}).',
    other:
      '{n} Dateien kamen mit Nachrichten, {here} davon sind hier ({size}). Die übrigen kommen von Teammitgliedern.',
  },
  'backup.text':
    'Alles vom Team außer den Dateien, die mit Nachrichten kamen, in einer Datei, verschlüsselt mit einer Passphrase.',
  'backup.never': 'In diesem Browser wurde noch keine Sicherung erstellt.',
  'backup.last': 'Letzte Sicherung hier: {time}.',
  'backup.make': 'Sicherung erstellen',
  'backup.restore': 'Sicherung einspielen',
  'backup.passphrase': 'Passphrase',
  'backup.passphraseHint':
    'Mindestens {n} Zeichen. Ohne sie kann niemand die Sicherung öffnen, und niemand kann sie Ihnen nennen.',
  'backup.again': 'Passphrase wiederholen',
  'backup.mismatch': 'Die beiden Passphrasen sind verschieden.',
  'backup.working': 'In Arbeit …',
  'backup.made': 'Die Sicherung liegt in Ihren Downloads. Bewahren Sie sie nicht auf diesem Gerät auf.',
  'backup.file': 'Sicherungsdatei',
  'backup.noFile': 'Wählen Sie zuerst die Sicherungsdatei.',
  'backup.restoreText': 'Ergänzt, was die Sicherung hat und dieses Gerät nicht. Nichts hier wird überschrieben.',
  'backup.restoreDo': 'Einspielen',
  'backup.restored': {
    one: '{n} Eintrag kam aus der Sicherung vom {time}.',
    other: '{n} Einträge kamen aus der Sicherung vom {time}.',
  },
  'backup.nothingNew': 'Alles in der Sicherung vom {time} war schon hier.',
  'daily.off': 'Jeden Tag eine Sicherung in einem Ordner dieses Computers, solange der Desk offen ist.',
  'daily.on': 'Jeden Tag kommt eine Sicherung in „{folder}“. Die letzten sieben bleiben.',
  'daily.needsAccess': 'Der Browser möchte gefragt werden, bevor er wieder in „{folder}“ schreibt.',
  'daily.failing':
    'Die letzte Sicherung ließ sich nicht in „{folder}“ schreiben. Sehen Sie nach, ob der Ordner da ist und der Datenträger Platz hat.',
  'daily.unsupported':
    'Dieser Browser lässt keine Seite in einen Ordner schreiben. Erstellen Sie ab und zu von Hand eine Sicherung.',
  'daily.start': 'Täglich sichern',
  'daily.choose': 'Ordner wählen',
  'daily.allow': 'Erlauben',
  'daily.stop': 'Beenden',
  'daily.started': 'Die erste Sicherung liegt in „{folder}“.',
  'daily.declined': 'Es wurde kein Ordner gewählt.',
  'daily.text':
    'Am besten ein Ordner, der anderswohin kopiert wird. Die Passphrase wird nicht gespeichert: Bewahren Sie sie auf, jede Sicherung braucht sie.',
  'export.text': 'Gespräche für andere Programme. Diese Dateien sind nicht verschlüsselt.',
  'export.csv': 'CSV exportieren',
  'export.jsonl': 'JSON Lines exportieren',
  'backupFault.passphraseShort':
    'Diese Passphrase ist zu kurz. Verwenden Sie mindestens zwölf Zeichen, am besten mehrere Wörter.',
  'backupFault.notABackup':
    'Diese Datei ist keine Sicherung von Deskmesh. Wählen Sie eine, deren Name auf „.backup“ endet.',
  'backupFault.newerBackup':
    'Eine neuere Version von Deskmesh hat diese Sicherung erstellt. Aktualisieren Sie diesen Desk und spielen Sie sie dann ein.',
  'backupFault.truncatedBackup': 'Das Ende dieser Datei fehlt. Kopieren Sie sie noch einmal von ihrem Ablageort.',
  'backupFault.damagedBackup':
    'Diese Datei wurde nach dem Erstellen beschädigt, daher wurde nichts daraus übernommen. Versuchen Sie eine andere Kopie.',
  'backupFault.otherTeam':
    'Das ist die Sicherung eines anderen Teams. Öffnen Sie zuerst jenes Team und spielen Sie sie dort ein.',
  'backupFault.wrongPassphrase':
    'Das ist nicht die Passphrase dieser Sicherung. Prüfen Sie Großschreibung und Leerzeichen und versuchen Sie es erneut.',
  'backupFault.tooLarge':
    'Diese Datei ist größer als jede Sicherung und wurde daher nicht gelesen. Wählen Sie eine andere.',
  'backupFault.noEncryption':
    'Diese Adresse ist nicht sicher, daher kann der Browser nicht verschlüsseln. Öffnen Sie den Desk über seine localhost- oder https-Adresse.',
  'backupFault.notSaved':
    'Die Einträge sind auf dem Bildschirm, konnten hier aber nicht gespeichert werden. Schaffen Sie Platz auf diesem Gerät und spielen Sie sie noch einmal ein.',
} as const satisfies Record<keyof typeof english, Message>;
