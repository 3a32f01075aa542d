-- refused: ROWS-OUT
-- a row for each person is shown to nobody
SELECT p_id, COUNT(*) AS keren FROM x.v GROUP BY p_id
