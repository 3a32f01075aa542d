-- accepted
-- uses: x.p.vaste_gast group, x.p.wijk group
-- some of the rows, and a column of their subject
SELECT wijk, vaste_gast, COUNT(*) AS n FROM x.p GROUP BY wijk, vaste_gast
