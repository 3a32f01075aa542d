-- accepted
-- uses: x.vh.naar_id link, x.vh.van_id link, x.w.wijk group, x.w.woning_id link
-- the pair says who plays the role, not the name in the text
SELECT b.wijk AS b, a.wijk AS a, COUNT(*) AS n FROM x.vh AS v JOIN x.w AS b ON v.van_id = b.woning_id JOIN x.w AS a ON a.woning_id = v.naar_id GROUP BY b.wijk, a.wijk
