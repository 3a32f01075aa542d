-- accepted
-- uses: x.b exists, x.b.p_id link, x.b.soort filter, x.p.p_id link, x.v exists, x.v.p_id link
SELECT COUNT(DISTINCT v.p_id) AS n, COUNT(DISTINCT p.p_id) FILTER (WHERE b.soort = 'bijzonder') AS bijzonder FROM x.v AS v JOIN x.p AS p ON v.p_id = p.p_id LEFT JOIN x.b AS b ON b.p_id = p.p_id
