-- refused: CUT-DATA
-- the count itself, in the text, was not agreed
SELECT wijk, COUNT(*) AS n FROM x.p AS p WHERE (SELECT COUNT(*) FROM x.v AS v WHERE v.p_id = p.p_id) >= 3 GROUP BY wijk
