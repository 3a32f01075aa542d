-- accepted
-- uses: x.b exists, x.b.p_id link, x.p.p_id link, x.p.wijk group
SELECT wijk, COUNT(*) AS n FROM x.p WHERE p_id <> ALL (SELECT p_id FROM x.b) GROUP BY wijk
