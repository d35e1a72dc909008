// What the built page may do: nothing but run what this build shipped, draw with it, and speak to its own
// origin and to rendezvous. Trusted Types on top: text of customers and teammates can never become code.
// It travels in the page itself, so that it holds wherever the files are served from, and offline.

const DIRECTIVES = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  // Which rendezvous the team has is known only in the page: it narrows this (platform/page-confines.ts).
  'connect-src': "'self' ws: wss:",
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
  // Svelte's for its templates, the default one for the page's own three workers.
  'trusted-types': 'svelte-trusted-html default',
};

export const CONTENT_POLICY = Object.entries(DIRECTIVES)
  .map((directive) => directive.join(' '))
  .join('; ');

/** Puts the policy in front of everything else in the page's head. @param {string} html */
export const withContentPolicy = (html) => {
  const [before, after, ...more] = html.split('<head>');
  if (before === undefined || after === undefined || more.length > 0) throw new Error('The page needs one head.');
  return `${before}<head>\n    <meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}" />${after}`;
};
