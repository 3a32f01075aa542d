-- accepted
-- uses: x.b exists, x.b.p_id link, x.p.p_id link, x.p.wijk group, x.v exists, x.v.p_id link
-- those with bijstand, and those without who came by
SELECT wijk, COUNT(*) AS n FROM (SELECT wijk FROM x.p WHERE p_id IN (SELECT p_id FROM x.b) UNION ALL SELECT wijk FROM x.p WHERE p_id NOT IN (SELECT p_id FROM x.b) AND p_id IN (SELECT p_id FROM x.v)) AS u GROUP BY wijk
