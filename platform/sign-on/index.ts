import * as oidc from 'openid-client';
import { RefusalError } from '../../src/kernel/index.ts';

/** How this installation is known to the identity provider. */
export interface SignOnSettings {
  /** Address of the provider (OpenID Connect). */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends people back to; it must be registered there. */
  readonly redirectUri: string;
  /** Which claim tells the login. */
  readonly claim: string;
  /** Words on the button. */
  readonly name: string;
}

/** What must be kept between going and coming back, where only this browser can show it and nobody can read it. */
export interface SignOnChecks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who came back. */
export interface SignedOn {
  readonly issuer: string;
  /** The provider's own unchanging name of the person. */
  readonly subject: string;
  /** Value of the claim; null when the provider does not tell it. */
  readonly login: string | null;
}

export interface SignOn {
  readonly name: string;
  /** Where to send the browser, and what to keep meanwhile. */
  readonly start: () => Promise<{ readonly url: string; readonly checks: SignOnChecks }>;
  /** Who came back, by the query that the provider sent along (`?code=…&state=…`). */
  readonly finish: (query: string, checks: SignOnChecks) => Promise<SignedOn>;
}

const timeoutSeconds = 10;

/**
 * Single sign-on by OpenID Connect: authorization code with PKCE, state and nonce. The provider is asked for its
 * description at the first use, and again after a failure. Refuses a provider that does not answer (`sign-on-away`) and
 * an answer that does not fit what was sent, is forged or was used (`sign-on-failed`).
 */
export function openSignOn(settings: SignOnSettings): SignOn {
  let known: Promise<oidc.Configuration> | null = null;
  const provider = (): Promise<oidc.Configuration> => {
    known ??= describe(settings).catch((cause: unknown) => {
      known = null;
      throw new RefusalError({ code: 'sign-on-away', given: messageOf(cause) });
    });
    return known;
  };
  return {
    name: settings.name,
    start: async () => {
      const config = await provider();
      const checks = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: settings.redirectUri,
        scope: 'openid profile',
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, checks };
    },
    finish: async (query, checks) => {
      const config = await provider();
      const back = new URL(settings.redirectUri);
      back.search = query;
      try {
        return await exchange(config, back, checks, settings.claim);
      } catch (cause) {
        throw new RefusalError({ code: 'sign-on-failed', given: messageOf(cause) });
      }
    },
  };
}

const describe = ({ issuer, clientId, clientSecret }: SignOnSettings): Promise<oidc.Configuration> =>
  oidc.discovery(new URL(issuer), clientId, clientSecret, oidc.ClientSecretBasic(clientSecret), {
    timeout: timeoutSeconds,
    // Signatures are checked although the tokens come straight from the provider. Settings let one be without TLS on this
    // machine only.
    execute: [oidc.enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [])],
  });

async function exchange(
  config: oidc.Configuration,
  back: URL,
  { state, nonce, verifier }: SignOnChecks,
  claim: string,
): Promise<SignedOn> {
  const tokens = await oidc.authorizationCodeGrant(config, back, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('no ID token');
  const told = claims[claim] ?? (await askForMore(config, tokens.access_token, claims.sub))[claim];
  return { issuer: claims.iss, subject: claims.sub, login: typeof told === 'string' ? told : null };
}

/** Some providers keep all but the subject for the second question. */
async function askForMore(
  config: oidc.Configuration,
  accessToken: string,
  subject: string,
): Promise<Readonly<Record<string, unknown>>> {
  if (config.serverMetadata().userinfo_endpoint === undefined) return {};
  return oidc.fetchUserInfo(config, accessToken, subject);
}

const messageOf = (cause: unknown): string => {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  const code = (error as { code?: unknown }).code;
  return (typeof code === 'string' ? code : error.message).slice(0, 80);
};
