-- accepted
-- uses: x.p.p_id link, x.p.wijk group, x.v exists, x.v.p_id link
-- where the people live who came by: each is in one wijk
SELECT p.wijk, COUNT(DISTINCT v.p_id) AS n FROM x.v AS v JOIN x.p AS p ON v.p_id = p.p_id GROUP BY p.wijk
