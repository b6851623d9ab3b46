-- What a desk may ask: the whole of the protocol. Who asks is the role that logged in, never what it says of itself.

CREATE FUNCTION tessera.asking() RETURNS int
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, tessera, pg_temp AS $$
DECLARE
    found int;
BEGIN
    SELECT d.no INTO found FROM desk d WHERE d.role = session_user AND d.revoked_at IS NULL;
    IF found IS NULL THEN
        RAISE EXCEPTION 'revoked' USING ERRCODE = 'TS002';
    END IF;
    RETURN found;
END $$;

-- Which life of the centre this is: told anew by whoever restored it, and by the server itself, which counts its own
-- lives (timelines): after a failover or a recovery to a moment nobody has to remember to say so.
CREATE FUNCTION tessera.life() RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, tessera, pg_temp AS $$
    SELECT md5(c.generation::text || (SELECT k.timeline_id FROM pg_control_checkpoint() k))::uuid FROM central c
$$;

CREATE FUNCTION sync_v1.hello(p_app text, p_fingerprint text, p_protocol int, p_streams uuid[])
RETURNS TABLE (generation uuid, oldest int, newest int, now bigint, status text, poll int, desk text,
               streams uuid[], nos int[], anchors bytea[], heads bigint[], hashes bytea[], safe bigint[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, tessera, pg_temp AS $$
#variable_conflict use_column
DECLARE
    d record;
BEGIN
    SELECT k.no, k.name, k.revoked_at INTO d FROM desk k WHERE k.role = session_user;
    IF d.no IS NULL OR d.revoked_at IS NOT NULL THEN
        RETURN QUERY SELECT life(), c.oldest, c.newest, now_ms(), 'revoked', 5, coalesce(d.name, ''),
            '{}'::uuid[], '{}'::int[], '{}'::bytea[], '{}'::bigint[], '{}'::bytea[], '{}'::bigint[] FROM central c;
        RETURN;
    END IF;
    INSERT INTO seen AS s (desk, fingerprint, app) VALUES (d.no, left(p_fingerprint, 200), left(p_app, 100))
    ON CONFLICT (desk, fingerprint) DO UPDATE SET app = excluded.app, last_seen = clock_timestamp();
    RETURN QUERY
    SELECT life(), c.oldest, c.newest, now_ms(), 'active',
           -- as often as the centre bears it: more desks, fewer looks
           (SELECT CASE WHEN count(*) < 50 THEN 5 WHEN count(*) < 500 THEN 10 ELSE 20 END
              FROM desk k WHERE k.revoked_at IS NULL), d.name,
           coalesce(o.streams, '{}'), coalesce(o.nos, '{}'), coalesce(o.anchors, '{}'), coalesce(o.heads, '{}'),
           coalesce(o.hashes, '{}'), coalesce(o.safe, '{}')
      FROM central c CROSS JOIN (
        SELECT array_agg(s.stream_id), array_agg(s.no), array_agg(s.anchor), array_agg(s.head), array_agg(s.head_hash),
               array_agg(CASE WHEN p.seq IS NULL THEN 0 ELSE least(p.seq, s.head) END)
          FROM stream s LEFT JOIN safe p ON p.stream = s.no WHERE s.stream_id = ANY (p_streams[1:1000])
      ) o (streams, nos, anchors, heads, hashes, safe);
END $$;

-- Append ops to a stream from place `p_first` on; `moved` are those of them whose moment the centre set otherwise.
CREATE FUNCTION sync_v1.push(p_stream uuid, p_anchor bytea, p_first bigint, p_op uuid[], p_moment bigint[],
                             p_body text[], p_hash bytea[])
RETURNS TABLE (head bigint, code text, moved_op uuid[], moved_to bigint[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, tessera, pg_temp AS $$
#variable_conflict use_column
DECLARE
    me int;
    s stream;
    given int := coalesce(cardinality(p_op), 0);
    known int;
    wrong bigint;
    latest bigint;
    effs bigint[] := p_moment;
    future bigint;
    capped int := 0;
BEGIN
    SELECT d.no INTO me FROM desk d WHERE d.role = session_user AND d.revoked_at IS NULL;
    IF me IS NULL THEN
        RETURN QUERY SELECT 0::bigint, 'revoked', NULL::uuid[], NULL::bigint[];
        RETURN;
    END IF;
    IF p_stream IS NULL OR octet_length(p_anchor) IS DISTINCT FROM 32 OR p_first IS NULL
       OR p_first NOT BETWEEN 1 AND 1000000000000 OR given NOT BETWEEN 1 AND 5000
       OR array_ndims(p_op) <> 1 OR array_ndims(p_moment) IS DISTINCT FROM 1 OR array_ndims(p_body) IS DISTINCT FROM 1
       OR array_ndims(p_hash) IS DISTINCT FROM 1 OR array_lower(p_op, 1) <> 1 OR array_lower(p_moment, 1) <> 1
       OR cardinality(p_moment) <> given OR cardinality(p_body) <> given OR cardinality(p_hash) <> given
       OR array_position(p_op, NULL) IS NOT NULL OR array_position(p_moment, NULL) IS NOT NULL
       OR array_position(p_body, NULL) IS NOT NULL OR array_position(p_hash, NULL) IS NOT NULL
       OR EXISTS (SELECT 1 FROM unnest(p_body) b WHERE octet_length(b) > 33554432) THEN
        RETURN QUERY SELECT 0::bigint, 'bad_request', NULL::uuid[], NULL::bigint[];
        RETURN;
    END IF;

    -- whoever appends to this stream at the same time waits here, and nobody else
    SELECT * INTO s FROM stream t WHERE t.stream_id = p_stream FOR UPDATE;
    IF NOT FOUND THEN
        s.desk := me;
        s.head := 0;
        s.head_hash := p_anchor;
        s.eff := 0;
    END IF;
    IF p_first > s.head + 1 THEN
        RETURN QUERY SELECT s.head, CASE WHEN s.desk = me THEN 'gap' ELSE 'not_yours' END, NULL::uuid[], NULL::bigint[];
        RETURN;
    END IF;
    known := least(given, s.head - p_first + 1);
    IF known > 0 THEN
        SELECT count(*) INTO wrong FROM unnest(p_hash[1:known]) WITH ORDINALITY u (hash, g)
          LEFT JOIN op_log l ON l.stream = s.no AND l.seq = p_first + u.g - 1 WHERE l.hash IS DISTINCT FROM u.hash;
        IF wrong > 0 THEN
            RETURN QUERY SELECT s.head, CASE WHEN s.desk = me THEN 'fork' ELSE 'not_yours' END,
                NULL::uuid[], NULL::bigint[];
            RETURN;
        END IF;
    END IF;
    IF known < given THEN
        IF s.desk <> me THEN
            RETURN QUERY SELECT s.head, 'not_yours', NULL::uuid[], NULL::bigint[];
            RETURN;
        END IF;
        -- every hash follows from the one before, the first from what the centre has
        SELECT min(x.g) INTO wrong FROM (
            SELECT u.g, u.hash, sha256(coalesce(lag(u.hash) OVER (ORDER BY u.g), s.head_hash) || uuid_send(u.op)
                   || convert_to(u.body, 'UTF8')) AS due
              FROM unnest(p_op[known + 1:], p_body[known + 1:], p_hash[known + 1:]) WITH ORDINALITY u (op, body, hash, g)
        ) x WHERE x.hash IS DISTINCT FROM x.due;
        IF wrong IS NOT NULL THEN
            RETURN QUERY SELECT s.head, CASE WHEN wrong = 1 AND known = 0 THEN 'fork' ELSE 'chain' END,
                NULL::uuid[], NULL::bigint[];
            RETURN;
        END IF;
        IF s.no IS NULL THEN
            INSERT INTO stream (stream_id, desk, anchor, head_hash) VALUES (p_stream, me, p_anchor, p_anchor)
            ON CONFLICT (stream_id) DO NOTHING RETURNING stream.no INTO s.no;
            IF s.no IS NULL THEN
                -- somebody began it this very moment; the next call sees how far it went
                RETURN QUERY SELECT 0::bigint, 'gap', NULL::uuid[], NULL::bigint[];
                RETURN;
            END IF;
        END IF;
        -- a clock ahead cannot take units' time away: no moment counts later than shortly after it was received
        future := now_ms() + 110000;
        latest := s.eff;
        FOR k IN known + 1 .. given LOOP
            IF effs[k] > future THEN
                capped := capped + 1;
                effs[k] := future + capped;
            END IF;
            IF effs[k] < latest THEN
                effs[k] := latest + 1;
            END IF;
            latest := effs[k];
        END LOOP;
        INSERT INTO op_log (stream, seq, op_id, eff, received_at, hash, body)
        SELECT s.no, p_first + known + u.g - 1, u.op, u.eff, clock_timestamp(), u.hash, u.body
          FROM unnest(p_op[known + 1:], effs[known + 1:], p_hash[known + 1:], p_body[known + 1:])
               WITH ORDINALITY u (op, eff, hash, body, g);
        PERFORM apply_safe(s.no, p_first + known, p_first + given - 1);
        UPDATE stream t SET head = p_first + given - 1, head_hash = p_hash[given], eff = latest WHERE t.no = s.no;
        s.head := p_first + given - 1;
    END IF;
    RETURN QUERY
    SELECT s.head, 'ok', array_agg(l.op_id), array_agg(l.eff)
      FROM unnest(p_moment) WITH ORDINALITY m (moment, g)
      JOIN op_log l ON l.seq = p_first + m.g - 1
     WHERE l.stream = s.no AND l.seq BETWEEN p_first AND p_first + given - 1 AND l.eff <> m.moment;
END $$;

CREATE FUNCTION sync_v1.times(p_stream uuid, p_first bigint, p_last bigint) RETURNS TABLE (op_id uuid, moment bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, tessera, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM asking();
    RETURN QUERY
    SELECT x.op_id, x.eff FROM (
        SELECT l.op_id, l.eff,
               CASE WHEN q.reason IS NULL OR q.reason = 'reused' THEN (readable(l.body) ->> 'moment')::bigint END AS said
          FROM stream s JOIN op_log l ON l.stream = s.no AND l.seq BETWEEN p_first AND p_last
          LEFT JOIN quarantine q ON q.stream = l.stream AND q.seq = l.seq WHERE s.stream_id = p_stream
    ) x WHERE x.eff <> x.said;
END $$;

CREATE FUNCTION sync_v1.hashes_at(p_stream uuid, p_places bigint[]) RETURNS TABLE (place bigint, hash bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, tessera, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM asking();
    RETURN QUERY
    SELECT 0::bigint, s.anchor FROM stream s WHERE s.stream_id = p_stream AND 0 = ANY (p_places)
    UNION ALL
    SELECT l.seq, l.hash FROM stream s JOIN op_log l ON l.stream = s.no AND l.seq = ANY (p_places[1:5000])
     WHERE s.stream_id = p_stream;
END $$;

CREATE FUNCTION sync_v1.gate() RETURNS TABLE (generation uuid, streams bigint, ops bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, tessera, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM asking();
    RETURN QUERY
    SELECT life(), count(*), coalesce(sum(s.head), 0)::bigint FROM stream s;
END $$;

CREATE FUNCTION sync_v1.heads() RETURNS TABLE (stream uuid, no int, anchor bytea, head bigint, hash bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, tessera, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM asking();
    RETURN QUERY SELECT s.stream_id, s.no, s.anchor, s.head, s.head_hash FROM stream s ORDER BY s.no;
END $$;

-- Ops behind these places, stream after stream, each in its order, until there are `p_limit` of them.
CREATE FUNCTION sync_v1.pull(p_no int[], p_after bigint[], p_limit int)
RETURNS TABLE (stream uuid, seq bigint, op_id uuid, moment bigint, hash bytea, body text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, tessera, pg_temp AS $$
#variable_conflict use_column
DECLARE
    room bigint := least(greatest(p_limit, 1), 20000);
    taken bigint;
    one record;
BEGIN
    PERFORM asking();
    FOR one IN SELECT s.no, s.stream_id, v.after, s.head FROM unnest(p_no, p_after) v (no, after)
                 JOIN stream s ON s.no = v.no AND s.head > v.after ORDER BY s.no LOOP
        RETURN QUERY
        SELECT one.stream_id, l.seq, l.op_id, l.eff, l.hash, l.body FROM op_log l
         WHERE l.stream = one.no AND l.seq > one.after AND l.seq <= one.head ORDER BY l.seq LIMIT room;
        GET DIAGNOSTICS taken = ROW_COUNT;
        room := room - taken;
        EXIT WHEN room <= 0;
    END LOOP;
END $$;

CREATE FUNCTION sync_v1.seed_offered()
RETURNS TABLE (number int, ops bigint, size bigint, parts int, sha bytea, revision text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, tessera, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM asking();
    RETURN QUERY SELECT s.no, s.ops, s.size, s.parts, s.sha, s.revision FROM seed s WHERE s.whole
     ORDER BY s.no DESC LIMIT 1;
END $$;

CREATE FUNCTION sync_v1.seed_parts(p_number int, p_first int, p_last int) RETURNS TABLE (part int, content bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, tessera, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM asking();
    RETURN QUERY SELECT p.part, p.content FROM seed s JOIN seed_part p ON p.seed = s.no
     WHERE s.no = p_number AND s.whole AND p.part BETWEEN p_first AND p_last ORDER BY p.part;
END $$;

-- A desk changes its own password and sends what the server stores of it, never the password. Its own rights do it.
CREATE FUNCTION sync_v1.change_password(p_verifier text) RETURNS void
LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_verifier IS NULL OR left(p_verifier, 14) <> 'SCRAM-SHA-256$' OR length(p_verifier) > 300 THEN
        RAISE EXCEPTION 'no verifier' USING ERRCODE = 'TS003';
    END IF;
    EXECUTE format('ALTER ROLE %I PASSWORD %L', session_user, p_verifier);
END $$;
