-- accepted
-- uses: x.b exists, x.b.p_id link, x.b.soort filter, x.p.p_id link, x.p.wijk group
-- one row of bijstand a person: a filter inside is a filter
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p WHERE EXISTS (SELECT 1 FROM x.b AS b WHERE b.p_id = p.p_id AND b.soort = 'bijzonder') GROUP BY p.wijk
