-- refused: GROUP-EXPR
-- where the first visit was
SELECT wijk, COUNT(*) AS n FROM (SELECT a.p_id, a.wijk FROM (SELECT p_id, wijk, ROW_NUMBER() OVER (PARTITION BY p_id ORDER BY dag) AS nr FROM x.v) AS a WHERE a.nr = 1) AS k GROUP BY wijk
