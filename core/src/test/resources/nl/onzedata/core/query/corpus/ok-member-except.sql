-- accepted
-- uses: x.p.p_id link, x.v exists, x.v.p_id link
SELECT COUNT(*) AS n FROM (SELECT p_id FROM x.p EXCEPT SELECT p_id FROM x.v) AS u
