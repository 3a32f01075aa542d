-- refused: ROW-LIMIT
-- who came twice
SELECT COUNT(*) AS n FROM (SELECT a.p_id FROM (SELECT p_id, ROW_NUMBER() OVER (PARTITION BY p_id ORDER BY dag) AS nr FROM x.v) AS a WHERE a.nr = 2) AS k
