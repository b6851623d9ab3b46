-- Who may do what: a desk may call the functions of the protocol, and sees no table. Nobody else may do anything.

REVOKE ALL ON ALL TABLES IN SCHEMA tessera FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA tessera FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA sync_v1 FROM PUBLIC;
GRANT USAGE ON SCHEMA sync_v1 TO tessera_desk;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA sync_v1 TO tessera_desk;
