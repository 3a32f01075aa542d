-- accepted
-- uses: x.b exists, x.b.p_id link, x.b.recent filter, x.p.p_id link, x.p.wijk group
-- a derived column inside EXISTS
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p WHERE EXISTS (SELECT 1 FROM x.b AS b WHERE b.p_id = p.p_id AND b.recent = 'nieuw') GROUP BY p.wijk
