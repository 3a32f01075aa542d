-- refused: JOIN-LIST
-- this pair was agreed on for the other role
SELECT van.wijk AS van_wijk, pop.inwoners, COUNT(*) AS n FROM x.vh AS v JOIN x.w AS van ON v.van_id = van.woning_id JOIN x.pop AS pop ON van.wijk = pop.wijk GROUP BY van.wijk, pop.inwoners
