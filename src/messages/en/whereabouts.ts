// Where the data is: devices, backup, export.

import type { Message } from '../message.ts';

export const whereabouts = {
  'where.title': 'Where is our data',
  'where.meta': 'On the devices of your team, and nowhere else.',
  'where.thisDevice': 'This browser',
  'where.deviceOf': 'Device of {name}',
  'where.deviceOfNobody': 'A device nobody has logged in on',
  'where.inStep': 'Has everything, now',
  'where.upTo': 'Had everything on {time}',
  'where.unknown': 'Never seen together with this browser',
  'where.keeps': 'Has everything that you see',
  'where.keptUpTo': 'Incomplete: what is missing comes from teammates',
  'where.devices': 'Devices and what they hold',
  'where.persistent': 'This browser has promised to keep the data until you delete it.',
  'where.evictable':
    'This browser may delete the data when the disk gets full. Asked to keep it, it said no: install the desk or ' +
    'use it for some days, then ask again. Until then keep a backup.',
  'where.persistUnknown': 'This browser does not say whether it may delete the data. Keep a backup.',
  'where.askAgain': 'Ask again',
  'where.saysYes': 'The browser keeps the data from now on.',
  'where.saysNo': 'The browser said no once more. Keep a backup.',
  'where.room': '{used} of {total} in use here',
  'where.roomUsed': '{used} in use here',
  'where.twice': 'Kept twice in this browser: in its database, and in files of their own ({size}).',
  'where.copyFull': 'The second copy in this browser waits for room: free space on this device.',
  'where.once': 'This browser offers no place for a second copy. Keep a backup.',
  'where.damage': {
    one: '{n} stored record was damaged and set aside; teammates’ copies fill it.',
    other: '{n} stored records were damaged and set aside; teammates’ copies fill them.',
  },
  'where.broughtBack': {
    one: '{n} damaged record was replaced by its older copy here.',
    other: '{n} damaged records were replaced by their older copies here.',
  },
  'where.incomplete': 'Something is missing here that later work builds on. It comes with a teammate’s copy.',
  'where.files': {
    one: '{n} file was sent with messages; {here} is here ({size}).',
    other: '{n} files were sent with messages; {here} of them are here ({size}). The others come from teammates.',
  },
  'backup.text': 'All of the team but the files sent with messages, in one file, encrypted with a passphrase.',
  'backup.never': 'No backup was made in this browser.',
  'backup.last': 'Last backup made here: {time}.',
  'backup.make': 'Make a backup',
  'backup.restore': 'Restore a backup',
  'backup.passphrase': 'Passphrase',
  'backup.passphraseHint': 'At least {n} characters. Nobody can open the backup without it, nor tell you what it was.',
  'backup.again': 'Passphrase again',
  'backup.mismatch': 'The two passphrases differ.',
  'backup.working': 'Working…',
  'backup.made': 'The backup is in your downloads. Keep it away from this device.',
  'backup.file': 'Backup file',
  'backup.noFile': 'Choose the backup file first.',
  'backup.restoreText': 'Adds what the backup holds and this device does not. Nothing here is overwritten.',
  'backup.restoreDo': 'Restore',
  'backup.restored': {
    one: '{n} entry came from the backup of {time}.',
    other: '{n} entries came from the backup of {time}.',
  },
  'backup.nothingNew': 'Everything in the backup of {time} was here already.',
  'daily.off': 'A backup every day in a folder of this computer, while the desk is open.',
  'daily.on': 'A backup goes into “{folder}” every day. The last seven are kept.',
  'daily.needsAccess': 'The browser wants to be asked again before it writes into “{folder}”.',
  'daily.failing':
    'The last backup could not be written into “{folder}”. See that the folder is there and the disk has room.',
  'daily.unsupported': 'This browser lets no page write into a folder. Make a backup by hand now and then.',
  'daily.start': 'Back up daily',
  'daily.choose': 'Choose the folder',
  'daily.allow': 'Allow',
  'daily.stop': 'Stop',
  'daily.started': 'The first backup is in “{folder}”.',
  'daily.declined': 'No folder was chosen.',
  'daily.text': 'Best a folder that is copied elsewhere. The passphrase is not stored: keep it, every backup needs it.',
  'export.text': 'Conversations for other programs. These files are not encrypted.',
  'export.csv': 'Export CSV',
  'export.jsonl': 'Export JSON Lines',
  'backupFault.passphraseShort':
    'This passphrase is too short. Use at least twelve characters, several words are best.',
  'backupFault.notABackup': 'This file is not a backup of Deskmesh. Choose one whose name ends with “.backup”.',
  'backupFault.newerBackup': 'A newer version of Deskmesh made this backup. Update this desk, then restore it.',
  'backupFault.truncatedBackup': 'The end of this file is missing. Copy it again from where it was kept.',
  'backupFault.damagedBackup':
    'This file was damaged after it was made, so nothing was taken from it. Try another copy.',
  'backupFault.otherTeam': 'This is the backup of another team. Open that team first, then restore it there.',
  'backupFault.wrongPassphrase':
    'This is not the passphrase of this backup. Check capitals and spaces, then try again.',
  'backupFault.tooLarge': 'This file is larger than any backup, so it was not read. Choose another file.',
  'backupFault.noEncryption':
    'This address is not secure, so the browser cannot encrypt. Open the desk at its localhost or https address.',
  'backupFault.notSaved':
    'The entries are on the screen but could not be saved here. Free space on this device, then restore once more.',
} as const satisfies Record<string, Message>;
