-- What follows from an op: its entries and balances, once. Checks are IF … RAISE: a value nobody selects is never computed.

-- The clock of the centre, milliseconds UTC, in one place.
CREATE FUNCTION tessera.now_ms() RETURNS bigint
LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint
$$;

-- A body as JSON; NUL, which a desk may store and no text here can hold, stands as a question mark.
CREATE FUNCTION tessera.without_nul(body text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE slash text := chr(92);
BEGIN
    -- an odd number of slashes before it: an even number are slashes themselves
    RETURN regexp_replace(
        body,
        '(?<!' || slash || slash || ')((?:' || repeat(slash, 4) || ')*)' || slash || slash || 'u0000',
        slash || '1?', 'g'
    );
END $$;

CREATE FUNCTION tessera.readable(body text) RETURNS json
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN pg_catalog.strpos(body, pg_catalog.chr(92) || 'u0000') = 0 THEN body
                ELSE tessera.without_nul(body) END::pg_catalog.json
$$;

-- Apply the ops at these places of a stream, all of them or, with an error, none. `p_again`: the one op there takes the
-- place of another of its id, whose effect was taken back.
CREATE FUNCTION tessera.apply_range(p_stream int, p_first bigint, p_last bigint, p_again boolean DEFAULT false)
RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, tessera, pg_temp AS $$
DECLARE
    fresh bigint;
    flaw text;
    one record;
    held record;
BEGIN
    WITH o AS MATERIALIZED (
        -- json, not jsonb: a tree of a whole receipt is not built for five of its keys, and numbers stay as written
        SELECT l.seq, l.op_id, r.kind, r.day, r.moment, r.hlc, r.entries
          FROM op_log l CROSS JOIN LATERAL json_to_record(readable(l.body))
               AS r (kind json, day json, moment json, hlc json, entries json)
         WHERE l.stream = p_stream AND l.seq BETWEEN p_first AND p_last
    ), flawed AS (
        SELECT min(CASE
            WHEN json_typeof(o.kind) IS DISTINCT FROM 'string' THEN 'kind'
            WHEN json_typeof(o.day) IS DISTINCT FROM 'string' THEN 'day'
            WHEN json_typeof(o.moment) IS DISTINCT FROM 'number' THEN 'moment'
            WHEN o.moment::text::bigint IS NULL THEN 'moment'
            WHEN json_typeof(o.hlc) IS DISTINCT FROM 'number' THEN 'hlc'
            -- as far as a desk follows a stamp: a later one is a fault
            WHEN o.hlc::text::bigint NOT BETWEEN 0 AND 1152921504606846975 THEN 'hlc'
            WHEN json_typeof(o.entries) <> 'array' THEN 'entries'
        END) AS reason FROM o
    ), x AS MATERIALIZED (
        SELECT o.seq, o.op_id, (e.n - 1)::int AS line, e.pair ->> 0 AS account, (e.pair ->> 1)::bigint AS amount,
               json_array_length(e.pair) = 2 AND json_typeof(e.pair -> 0) = 'string' AND e.pair ->> 0 <> 'program'
               AND json_typeof(e.pair -> 1) = 'number' AS sound
          FROM o CROSS JOIN LATERAL json_array_elements(
            CASE WHEN json_typeof(o.entries) = 'array' THEN o.entries END
          ) WITH ORDINALITY e (pair, n)
    ), first AS (
        INSERT INTO applied (op_id, stream, seq) SELECT o.op_id, p_stream, o.seq FROM o ORDER BY o.op_id, o.seq
        ON CONFLICT DO NOTHING RETURNING applied.op_id, applied.seq
    ), mine AS MATERIALIZED (
        SELECT x.op_id, x.line, x.account, x.amount FROM x JOIN first ON first.seq = x.seq
        UNION ALL
        SELECT x.op_id, x.line, x.account, x.amount FROM x WHERE p_again
    ), booked AS (
        INSERT INTO entry (op_id, line, account, amount)
        SELECT m.op_id, m.line, m.account, m.amount FROM mine m WHERE m.amount <> 0
        UNION ALL
        -- the contra line of each op, behind its own
        SELECT m.op_id, max(m.line) + 1, 'program', (-sum(m.amount))::bigint FROM mine m
         GROUP BY m.op_id HAVING sum(m.amount) <> 0
    ), summed AS (
        INSERT INTO balance AS b (account, units, n)
        -- in one order always, so that two desks never wait for each other
        SELECT m.account, sum(m.amount)::bigint, count(*) FROM mine m WHERE m.amount <> 0
         GROUP BY m.account ORDER BY m.account
        ON CONFLICT (account) DO UPDATE SET units = b.units + excluded.units, n = b.n + excluded.n
    )
    SELECT (SELECT count(*) FROM first),
           coalesce((SELECT reason FROM flawed), (SELECT 'entries' FROM x WHERE x.sound IS NOT TRUE LIMIT 1))
      INTO fresh, flaw;
    IF flaw IS NOT NULL THEN
        RAISE EXCEPTION '%', flaw USING ERRCODE = 'TS001';
    END IF;
    IF p_again OR fresh = p_last - p_first + 1 THEN
        RETURN;
    END IF;
    FOR one IN SELECT l.seq, l.op_id, l.eff, l.body FROM op_log l
                WHERE l.stream = p_stream AND l.seq BETWEEN p_first AND p_last ORDER BY l.seq LOOP
        SELECT a.stream, a.seq, l.eff, l.body INTO STRICT held
          FROM applied a JOIN op_log l ON l.stream = a.stream AND l.seq = a.seq WHERE a.op_id = one.op_id
           FOR UPDATE OF a;
        IF (held.stream, held.seq) = (p_stream, one.seq) THEN
            CONTINUE;
        END IF;
        -- an op counts at one moment, under whatever name it came
        IF one.eff <> held.eff THEN
            UPDATE op_log l SET eff = held.eff WHERE l.stream = p_stream AND l.seq = one.seq;
        END IF;
        IF one.body = held.body THEN
            CONTINUE;
        END IF;
        -- one id with two contents: the earlier holds, here as on every desk
        IF (stamp_of(one.body), sha256(convert_to(one.body, 'UTF8')))
           < (stamp_of(held.body), sha256(convert_to(held.body, 'UTF8'))) THEN
            PERFORM take_back(one.op_id);
            UPDATE applied a SET stream = p_stream, seq = one.seq WHERE a.op_id = one.op_id;
            INSERT INTO quarantine (stream, seq, op_id, reason)
            VALUES (held.stream, held.seq, one.op_id, 'reused') ON CONFLICT DO NOTHING;
            PERFORM apply_range(p_stream, one.seq, one.seq, true);
        ELSE
            INSERT INTO quarantine (stream, seq, op_id, reason)
            VALUES (p_stream, one.seq, one.op_id, 'reused') ON CONFLICT DO NOTHING;
        END IF;
    END LOOP;
END $$;

CREATE FUNCTION tessera.stamp_of(body text) RETURNS bigint
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, tessera, pg_temp AS $$
    SELECT (readable(body) ->> 'hlc')::bigint
$$;

-- What an op did to the books, undone, so that another op of its id may happen.
CREATE FUNCTION tessera.take_back(p_op uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, tessera, pg_temp AS $$
DECLARE
    accounts text[];
BEGIN
    WITH gone AS (
        DELETE FROM entry e WHERE e.op_id = p_op RETURNING e.account, e.amount
    ), less AS (
        UPDATE balance b SET units = b.units - s.units, n = b.n - s.n
          FROM (SELECT g.account, sum(g.amount)::bigint, count(*) FROM gone g GROUP BY g.account) s (account, units, n)
         WHERE s.account = b.account RETURNING b.account
    )
    SELECT array_agg(less.account) INTO accounts FROM less;
    DELETE FROM balance b WHERE b.account = ANY (accounts) AND b.n = 0;
END $$;

-- The same, past what cannot be applied: the range is halved until each poisonous op stands alone, and that is put aside.
CREATE FUNCTION tessera.apply_safe(p_stream int, p_first bigint, p_last bigint) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, tessera, pg_temp AS $$
DECLARE
    middle bigint := (p_first + p_last) / 2;
BEGIN
    BEGIN
        PERFORM apply_range(p_stream, p_first, p_last);
        RETURN;
    EXCEPTION WHEN OTHERS THEN
        -- what lies in the op: its data, its constraints, its size; anything else is ours, and the desk tries again
        IF left(SQLSTATE, 2) NOT IN ('22', '23', '54', 'TS') THEN
            RAISE;
        END IF;
        IF p_first = p_last THEN
            INSERT INTO quarantine (stream, seq, op_id, reason)
            SELECT l.stream, l.seq, l.op_id, CASE WHEN SQLSTATE = 'TS001' THEN SQLERRM
                        WHEN left(SQLSTATE, 2) = '22' THEN 'body' WHEN left(SQLSTATE, 2) = '23' THEN 'entries'
                        ELSE SQLSTATE END
              FROM op_log l WHERE l.stream = p_stream AND l.seq = p_first;
            RETURN;
        END IF;
    END;
    PERFORM apply_safe(p_stream, p_first, middle);
    PERFORM apply_safe(p_stream, middle + 1, p_last);
END $$;
