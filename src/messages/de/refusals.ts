// What was refused or does not work, and what to do.

import type { refusals as english } from '../en/refusals.ts';
import type { Message } from '../message.ts';

export const refusals = {
  // Refusals: what happened, then what to do
  'refusal.notFound':
    'Dieses Gespräch ist noch nicht auf diesem Gerät. Warten Sie, bis jemand erreicht ist, und versuchen Sie es dann erneut.',
  'refusal.closed': 'Dieses Gespräch ist geschlossen. Eine neue Nachricht des Kunden öffnet es wieder.',
  'refusal.notClosed': 'Dieses Gespräch ist noch offen. Schließen Sie es zuerst.',
  'refusal.notHeldByYou': 'Dieses Gespräch ist nicht mehr bei Ihnen. Übernehmen Sie es, um fortzufahren.',
  'refusal.alreadyYours': 'Sie sind für dieses Gespräch schon zuständig.',
  'refusal.notOffered':
    'Dieses Gespräch wird Ihnen nicht mehr angeboten. Übernehmen Sie es, oder lassen Sie es bei wem es ist.',
  'refusal.alreadyWaiting': 'Dieses Gespräch ist schon in der Warteschlange.',
  'refusal.unknownAgent':
    'Dieses Gerät kennt dieses Teammitglied noch nicht. Wählen Sie ein anderes, oder warten Sie, bis sich die Desks getroffen haben.',
  'refusal.empty': 'Es steht noch nichts darin. Schreiben Sie zuerst etwas.',
  'refusal.tooLong': 'Das ist zu lang: höchstens 100.000 Zeichen. Kürzen Sie es, oder senden Sie es in Teilen.',
  'refusal.notSupervisor': 'Das darf nur die Teamleitung. Bitten Sie jemanden, der dazugehört.',
  'refusal.outOfBounds': 'Dieser Wert liegt außerhalb des Erlaubten. Der alte bleibt.',
  'refusal.notConnectedYet': 'Noch wurde kein Teammitglied erreicht. Das geht, sobald der Desk einmal abgeglichen ist.',
  'refusal.logLoading':
    'Die Aufzeichnungen werden noch gelesen, daher ist nichts geschehen. Versuchen Sie es gleich noch einmal; was Sie geschrieben haben, bleibt.',
  'hindrance.insecureOrigin':
    'Diese Adresse ist nicht sicher, daher gibt der Browser dem Desk keine Verschlüsselung. Führen Sie auf diesem Computer npm start aus und öffnen Sie die localhost-Adresse, die es nennt.',
  'hindrance.webrtcAbsent':
    'Dieser Browser kann sich nicht mit anderen verbinden (WebRTC fehlt oder ist ausgeschaltet). Verwenden Sie einen aktuellen Browser; bis dahin arbeiten Sie allein.',
  'hindrance.storageBlocked':
    'Dieser Browser lässt den Desk nichts speichern (privater Modus?). Wenn dieser Tab schließt, ist alles verloren: Öffnen Sie den Desk in einem normalen Fenster.',
  'hindrance.storageFull':
    'Der Speicher ist voll. Neues liegt nur in diesem Tab und bei erreichbaren Teammitgliedern: Schaffen Sie Platz auf ' +
    'diesem Gerät und lassen Sie den Tab offen. Dann wird alles von selbst gespeichert.',
  'hindrance.storageFailing':
    'Der Browser konnte nicht speichern. Neues liegt nur in diesem Tab und bei erreichbaren Teammitgliedern: Lassen Sie ihn ' +
    'offen. Das Speichern wird von selbst wiederholt.',
  'hindrance.storageClosed':
    'Der Browser hat den Speicher des Desks geschlossen. Was Sie jetzt tun, bleibt nur, bis dieser Tab schließt: Laden Sie die Seite neu.',
  'hindrance.storageOutdated':
    'In einem anderen Tab ist eine neuere Version von Deskmesh offen und bewahrt die Daten auf ihre Weise auf. Laden Sie diesen Tab neu; bis dahin wird hier nichts gespeichert.',
  'hindrance.storageRescued':
    'Dieser Browser hatte gespeicherte Daten verloren. Sie wurden aus der zweiten Kopie hier zurückgeholt: Arbeiten Sie weiter wie zuvor, und legen Sie eine Sicherung an.',
  'hindrance.rendezvousUnreachable':
    'Der Treffpunkt ist nicht erreichbar. Wer verbunden ist, bleibt es; neu Dazukommende finden Sie, wenn er zurück ist.',
  'hindrance.meshNotLoaded':
    'Der Teil des Desks, der andere erreicht, konnte nicht geladen werden: Vielleicht wird gerade eine neue Version eingerichtet. Bis dahin arbeiten Sie allein. Es wird von selbst erneut versucht; alles, was Sie tun, bleibt hier.',
  'fault.corrupt':
    'Einige gespeicherte Einträge waren nicht lesbar und wurden beiseitegelegt. Der Rest ist da; die Kopie eines Teammitglieds ergänzt ihn.',
  'fault.peerMisbehaved':
    'Ein Gerät hat etwas gesendet, das dieser Desk nicht lesen kann, und wurde getrennt. Ihre Daten sind unberührt.',
} as const satisfies Record<keyof typeof english, Message>;
