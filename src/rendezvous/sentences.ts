// Every sentence that the rendezvous says to a person.

export const SENTENCES = {
  serving: (url: string): string => `Deskmesh is at ${url}`,
  lan: (urls: readonly string[]): string =>
    urls.length === 0
      ? 'This machine has no address on a local network, so colleagues cannot reach it yet.'
      : [
          'Rendezvous for colleagues on this network (invites made here contain it):',
          ...urls.map((url) => `  ${url}`),
          'Each colleague runs "npm start" on their own laptop, opens the address it prints, and pastes the invite.',
        ].join('\n'),
  stop: 'Ctrl-C stops it. Desks that are open go on working.',
  portTaken: (port: number): string =>
    `Port ${port} is already in use. Stop the program that has it, or choose another: PORT=${port + 1} npm start`,
  portForbidden: (port: number): string =>
    `Port ${port} may not be used here. Choose one above 1023: PORT=4173 npm start`,
  badAddress: (host: string): string => `This machine has no address ${host}. Leave HOST out to serve on localhost.`,
  notListening: (reason: string): string => `The rendezvous could not start: ${reason}`,
  notBuilt: 'There is no built app. Run "npm run build" first, or simply "npm start".',
  badPort: (text: string): string => `PORT is "${text}", which is no port. It takes a number from 0 to 65535.`,
  unknownOption: (option: string): string => `There is no option "${option}". There are --lan and --no-open.`,
} as const;
