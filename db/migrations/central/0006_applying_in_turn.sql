-- Two desks that send one act with two contents at the same instant: the one that waits sees what the other made of it.

CREATE OR REPLACE FUNCTION tessera.apply_range(p_stream int, p_first bigint, p_last bigint, p_again boolean DEFAULT false)
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
        -- locked first and read afterwards: who waited for the lock would else join the new place with the old op
        PERFORM 1 FROM applied a WHERE a.op_id = one.op_id FOR UPDATE;
        SELECT a.stream, a.seq, l.eff, l.body INTO STRICT held
          FROM applied a JOIN op_log l ON l.stream = a.stream AND l.seq = a.seq WHERE a.op_id = one.op_id;
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
