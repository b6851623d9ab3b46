-- A fetched page (5,000 acts of a few kilobytes) is kept in memory on its way: what is larger than the server's default
-- would be written to its disk and read back from there.
ALTER FUNCTION sync_v1.pull(int[], bigint[], int) SET work_mem = '16MB';
