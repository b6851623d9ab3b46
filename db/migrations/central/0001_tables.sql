-- What the centre remembers. `stream`, `op_log` and `applied` are the log; `entry` and `balance` are the books made of it.

-- One row: which centre this is since it was last restored, and what it understands.
CREATE TABLE tessera.central (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    generation uuid NOT NULL DEFAULT gen_random_uuid(),
    oldest int NOT NULL DEFAULT 1,
    newest int NOT NULL DEFAULT 1
);
INSERT INTO tessera.central DEFAULT VALUES;

CREATE TABLE tessera.desk (
    no int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE,
    role name NOT NULL UNIQUE,
    code text NOT NULL DEFAULT '',
    branch text NOT NULL DEFAULT '',
    revoked_at timestamptz,
    added_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX desk_code ON tessera.desk (code) WHERE code <> '';

-- On which computers a desk was seen: two that alternate are one desk that was copied.
CREATE TABLE tessera.seen (
    desk int NOT NULL REFERENCES tessera.desk,
    fingerprint text NOT NULL,
    app text NOT NULL,
    first_seen timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_seen timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (desk, fingerprint)
);

-- `head` and `head_hash` say where the next op has to follow, `eff` the moment of the last one.
CREATE TABLE tessera.stream (
    no int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    stream_id uuid NOT NULL UNIQUE,
    desk int NOT NULL REFERENCES tessera.desk,
    anchor bytea NOT NULL CHECK (octet_length(anchor) = 32),
    head bigint NOT NULL DEFAULT 0,
    head_hash bytea NOT NULL,
    eff bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

-- Position. `body` is the text as it was sent and hashed; `eff` the moment at which the op counts, milliseconds UTC.
CREATE TABLE tessera.op_log (
    stream int NOT NULL,
    seq bigint NOT NULL,
    op_id uuid NOT NULL,
    eff bigint NOT NULL,
    received_at timestamptz NOT NULL,
    hash bytea NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (stream, seq)
);

-- Effect: each op happens once, at the first of the positions it came under.
CREATE TABLE tessera.applied (
    op_id uuid PRIMARY KEY,
    stream int NOT NULL,
    seq bigint NOT NULL
);

-- The books, double: what the accounts get, the program gives.
CREATE TABLE tessera.entry (
    op_id uuid NOT NULL,
    line int NOT NULL,
    account text NOT NULL,
    amount bigint NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (op_id, line)
);
CREATE TABLE tessera.balance (
    account text PRIMARY KEY,
    units bigint NOT NULL,
    n bigint NOT NULL
) WITH (fillfactor = 70);

-- Positions without an effect: ops that cannot be read, and those whose id happened with other content ("reused").
CREATE TABLE tessera.quarantine (
    stream int NOT NULL,
    seq bigint NOT NULL,
    op_id uuid NOT NULL,
    reason text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (stream, seq)
);

-- How far a backup that was restored and checked holds each stream.
CREATE TABLE tessera.safe (
    stream int PRIMARY KEY REFERENCES tessera.stream,
    seq bigint NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Whole desk files to begin from, in parts; one is offered when all of it is here.
CREATE TABLE tessera.seed (
    no int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ops bigint NOT NULL,
    size bigint NOT NULL,
    parts int NOT NULL,
    sha bytea NOT NULL,
    revision text NOT NULL,
    whole boolean NOT NULL DEFAULT false,
    at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TABLE tessera.seed_part (
    seed int NOT NULL REFERENCES tessera.seed ON DELETE CASCADE,
    part int NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (seed, part)
);
ALTER TABLE tessera.seed_part ALTER COLUMN content SET STORAGE EXTERNAL;

-- Quicker to pack and to unpack, where the server was built with it; the rest is packed as ever.
DO $$
BEGIN
    EXECUTE 'ALTER TABLE tessera.op_log ALTER COLUMN body SET COMPRESSION lz4';
EXCEPTION WHEN feature_not_supported OR syntax_error THEN
    NULL;
END $$;

-- A second lock: whoever is ever given a right on a table by mistake still sees no row of it.
DO $$
DECLARE one text;
BEGIN
    FOREACH one IN ARRAY ARRAY['central', 'desk', 'seen', 'stream', 'op_log', 'applied', 'entry', 'balance',
                               'quarantine', 'safe', 'seed', 'seed_part'] LOOP
        EXECUTE format('ALTER TABLE tessera.%I ENABLE ROW LEVEL SECURITY', one);
    END LOOP;
END $$;
