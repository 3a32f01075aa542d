-- refused: ROW-LIMIT
-- the first of each wijk is one person
SELECT COUNT(*) AS n FROM (SELECT a.p_id FROM (SELECT p_id, ROW_NUMBER() OVER (PARTITION BY wijk ORDER BY dag) AS nr FROM x.v) AS a WHERE a.nr = 1) AS k
