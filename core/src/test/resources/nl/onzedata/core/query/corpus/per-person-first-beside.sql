-- refused: GROUP-EXPR
-- where the first visit was, chosen outside
SELECT k.wijk, COUNT(*) AS n FROM x.p AS p JOIN (SELECT p_id, wijk, ROW_NUMBER() OVER (PARTITION BY p_id ORDER BY dag) AS nr FROM x.v) AS k ON k.p_id = p.p_id WHERE k.nr = 1 GROUP BY k.wijk
