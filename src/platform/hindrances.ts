// What this page can never do where it was opened, found before anything is tried: each is said in
// words on the start page. What only shows under way (storage, rendezvous) comes as a fault.

/** A part of `Hindrance` of view/app-types.ts. */
export type PlaceHindrance = 'insecureOrigin' | 'webrtcAbsent';

interface Place {
  /** False at http on an address of the local network. */
  readonly isSecureContext: boolean;
  readonly RTCPeerConnection?: unknown;
}

/** On an insecure origin there is no encryption, no lock between tabs and no start without a network;
 * WebRTC may be there or not, and is named apart. */
export const findHindrances = (place: Place): readonly PlaceHindrance[] => {
  const found: PlaceHindrance[] = [];
  if (!place.isSecureContext) found.push('insecureOrigin');
  if (typeof place.RTCPeerConnection !== 'function') found.push('webrtcAbsent');
  return found;
};
