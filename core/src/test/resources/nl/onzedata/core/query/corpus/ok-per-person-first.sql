-- accepted
-- uses: x.p.p_id link, x.p.wijk group, x.v exists, x.v.p_id link
-- the first visit of each visitor, of which only the visitor is looked at
SELECT p.wijk, COUNT(*) AS n FROM x.p AS p JOIN (SELECT p_id, ROW_NUMBER() OVER (PARTITION BY p_id ORDER BY dag) AS nr FROM x.v) AS k ON k.p_id = p.p_id WHERE k.nr = 1 GROUP BY p.wijk
