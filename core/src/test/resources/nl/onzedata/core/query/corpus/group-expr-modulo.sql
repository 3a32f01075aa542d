-- refused: GROUP-EXPR
-- groups of a few people each
SELECT MOD(hh_id, 7) AS k, COUNT(*) AS n FROM x.h GROUP BY MOD(hh_id, 7)
