-- More ways to sign in: passkeys, accounts elsewhere, tokens for programs; and how often somebody has tried.

-- Counts of tries in a span of time, by a hash of who tries. Worth nothing after a crash, and so not logged.
create unlogged table tries (
  kind text not null,
  who bytea not null,
  counted_from timestamptz not null,
  count integer not null,
  primary key (kind, who)
);
create index tries_by_age on tries (counted_from);

alter table sign_in_requests add column address citext;
create index sign_in_requests_by_end on sign_in_requests (expires_at);

alter table signed_in_sessions add column last_seen_at timestamptz;

create table passkeys (
  id uuid primary key,
  person_id uuid not null references people,
  credential_id text not null constraint passkeys_credential_is_unique unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_by_person on passkeys (person_id);

-- What a passkey is asked to sign: deleted when it is used, so that an answer counts once.
create table passkey_challenges (
  challenge_hash bytea primary key,
  person_id uuid references people,
  expires_at timestamptz not null
);
create index passkey_challenges_by_person on passkey_challenges (person_id);
create index passkey_challenges_by_end on passkey_challenges (expires_at);

create table provider_accounts (
  id uuid primary key,
  person_id uuid not null references people,
  issuer text not null,
  subject text not null,
  address citext,
  linked_at timestamptz not null,
  last_used_at timestamptz,
  constraint provider_accounts_belong_to_one_person unique (issuer, subject),
  constraint provider_accounts_one_for_each_provider unique (person_id, issuer)
);

-- Somebody on the way to a provider and back, in the browser that holds the secret of this hash.
create table provider_visits (
  browser_hash bytea primary key,
  provider text not null,
  person_id uuid references people,
  goes_on_to text not null,
  expires_at timestamptz not null,
  issuer text,
  subject text,
  address citext,
  constraint provider_visits_come_back_whole check ((issuer is null) = (subject is null))
);
create index provider_visits_by_person on provider_visits (person_id);
create index provider_visits_by_end on provider_visits (expires_at);

create table program_tokens (
  id uuid primary key,
  person_id uuid not null references people,
  name text not null,
  token_hash bytea not null constraint program_tokens_token_is_unique unique,
  beginning text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index program_tokens_by_person on program_tokens (person_id);
