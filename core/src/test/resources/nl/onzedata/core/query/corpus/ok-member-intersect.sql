-- accepted
-- uses: x.b exists, x.b.p_id link, x.p.p_id link
SELECT COUNT(*) AS n FROM (SELECT p_id FROM x.p INTERSECT SELECT p_id FROM x.b) AS u
